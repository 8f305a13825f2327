import {
  abs,
  acosh,
  add,
  asin,
  atan2,
  clamp,
  div,
  DomainError,
  floor,
  hypot,
  log,
  max,
  mod,
  mul,
  pow,
  type Scalar,
  sin,
  sqrt,
  square,
  tan,
  UndecidedError,
  where,
} from "@jacobian/core";
import { lgamma } from "@jacobian/core/special";
import { describe, expect, test } from "vitest";
import { constant, expand, pi, series, symbols } from "../index.ts";

const [x, a] = symbols("x a");

describe("where a function is not analytic it says so, at every order", () => {
  test.each<[string, Scalar, Scalar]>([
    ["a kink", abs(x), 0],
    ["a kink inside", sin(max(x, 1)), 1],
    ["a bound", clamp(x, 0, 1), 1],
    ["a switch", where("lt", x, 2, x, 1), 2],
    ["a jump", floor(x), 3],
    ["a jump of mod", mod(x, 3), 6],
    ["the cut of atan2", atan2(x, -1), 0],
    ["a pole", div(1, x), 0],
    ["a pole that would cancel", div(sin(x), x), 0],
    ["log at 0", log(x), 0],
    ["log below 0", log(x), -1],
    ["a root at 0", sqrt(x), 0],
    ["a root of a square", sqrt(square(x)), 0],
    ["a fractional power", pow(x, 2.5), 0],
    ["a negative power", pow(x, -2), 0],
    ["asin at 1", asin(x), 1],
    ["acosh at 1", acosh(x), 1],
    ["hypot at the origin", hypot(x, mul(2, x)), 0],
    ["a pole of lgamma", lgamma(x), -2],
  ])("%s", (_name, f, at) => {
    for (const order of [0, 3]) {
      expect(() => series(f, x, { at, order })).toThrow(DomainError);
      expect(() => series(f, x, { at, order })).toThrow(
        /^series: expected a function that is analytic at the point, got .*; expand at another point/,
      );
    }
  });
});

describe("beside its kinks it has the series of the piece", () => {
  test.each<[string, Scalar, Scalar, Scalar]>([
    ["abs", abs(x), -2, mul(-1, x)],
    ["clamp", clamp(x, 0, 1), 0.5, x],
    ["clamp, outside", clamp(x, 0, 1), 7, 1],
    ["max", max(x, square(x)), 3, square(x)],
    ["where", where("lt", x, 2, square(x), 1), 1, square(x)],
    ["floor", add(floor(x), x), 0.5, x],
    ["mod", mod(x, 3), 4, add(x, -3)],
    ["a choice that does not depend on x", where("eq", 1, 1, x, 0), 0, x],
    ["a constant kink", mul(x, abs(constant(0))), 0, 0],
  ])("%s", (_name, f, at, piece) => {
    const { polynomial } = series(f, x, { at, order: 3 });
    expect(expand(polynomial) === expand(piece)).toBe(true);
  });
});

describe("what other variables decide is undecided", () => {
  test.each<[string, Scalar, Scalar]>([
    ["which piece", abs(x), a],
    ["a jump", floor(add(x, a)), 0],
    ["whether a divisor is 0", div(1, sin(x)), pi],
    ["a pole of tan", tan(x), div(pi, 2)],
  ])("%s", (_name, f, at) => {
    expect(() => series(f, x, { at, order: 2 })).toThrow(UndecidedError);
    expect(() => series(f, x, { at, order: 2 })).toThrow(/^series: expected .*, got .*; /);
  });
});

describe("wrong options", () => {
  test.each([-1, 1.5, 201, NaN, undefined])("order %s", (order) => {
    const given = { order } as { order: number };
    expect(() => series(x, x, given)).toThrow(
      /^series: expected a whole order from 0 to 200, got .*; /,
    );
  });

  test("none at all", () => {
    expect(() => series(x, x, undefined as never)).toThrow(DomainError);
  });

  test("a point that moves", () => {
    expect(() => series(x, x, { at: add(x, 1), order: 1 })).toThrow(
      /^series: expected a point without x, got /,
    );
  });

  test("no variable", () => {
    expect(() => series(x, add(x, 1), { order: 1 })).toThrow(/^series: expected variables, got /);
    expect(() => series("x" as never, x, { order: 1 })).toThrow(/^series: expected /);
  });
});
