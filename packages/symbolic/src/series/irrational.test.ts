import {
  type Scalar,
  cbrt,
  cospi,
  exp2,
  floor,
  hypot,
  log10,
  log2,
  pow,
  sin,
  sinpi,
  step,
  sub,
  where,
} from "@jacobian/core";
import { erf, erfc, erfinv } from "@jacobian/core/special";
import { describe, expect, test } from "vitest";
import { parse, series, simplify, symbols, toText } from "../index.ts";

const [x] = symbols("x");

const coefficients = (f: Scalar, at: string): readonly string[] =>
  series(f, x, { at: parse(at) as Scalar, order: 3 }).coefficients.map((c) => toText(simplify(c)));

describe("coefficients name the irrational numbers that rules keep as float64", () => {
  test.each<[string, Scalar, string, readonly string[]]>([
    ["log₂ x", log2(x), "1", ["0", "1/log(2)", "-1/2/log(2)", "1/3/log(2)"]],
    ["log₂ x", log2(x), "1/2", ["-1", "2/log(2)", "-2/log(2)", "8/3/log(2)"]],
    ["log₁₀ x", log10(x), "1", ["0", "1/log(10)", "-1/2/log(10)", "1/3/log(10)"]],
    ["2ˣ", exp2(x), "0", ["1", "log(2)", "log(2)^2/2", "log(2)^3/6"]],
    ["cos πx", cospi(x), "0", ["1", "0", "-1/2*pi^2", "0"]],
    ["cos πx", cospi(x), "1/2", ["0", "-pi", "0", "pi^3/6"]],
    ["sin πx", sinpi(x), "1", ["0", "-pi", "0", "pi^3/6"]],
    ["erf x", erf(x), "0", ["0", "2/sqrt(pi)", "0", "-2/3/sqrt(pi)"]],
    ["erfc x", erfc(x), "0", ["1", "-2/sqrt(pi)", "0", "2/3/sqrt(pi)"]],
    ["erf⁻¹ x", erfinv(x), "0", ["0", "sqrt(pi)/2", "0", "pi^(3/2)/24"]],
    ["∛x", cbrt(x), "1", ["1", "1/3", "-1/9", "5/81"]],
    ["√(x² + 1)", hypot(x, 1), "0", ["1", "0", "1/2", "0"]],
  ])("%s at %#: %s", (_name, f, at, expected) => {
    expect(coefficients(f, at)).toEqual(expected);
  });
});

describe("at a point that is no rational number", () => {
  test.each<[string, Scalar, readonly string[]]>([
    [
      "the piece that holds there",
      where("lt", x, 0, x, sin(x)),
      ["sqrt(3)/2", "1/2", "-1/4*sqrt(3)", "-1/12"],
    ],
    ["the step that is there", floor(x), ["1", "0", "0", "0"]],
    ["beyond a jump", step(sub(x, 0.3)), ["1", "0", "0", "0"]],
    ["to the power 0", pow(sin(x), 0), ["1", "0", "0", "0"]],
  ])("%s", (_name, f, expected) => {
    expect(coefficients(f, "pi/3")).toEqual(expected);
  });
});
