import { type Scalar, leakyRelu, mul, unary } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  constant,
  parse,
  symbols,
  toC,
  toJavaScript,
  toLatex,
  toPython,
  toText,
} from "../index.ts";

const [x] = symbols("x");

/** What is returned, in each language. */
const returned = (formula: Scalar): readonly (string | undefined)[] =>
  [toC, toJavaScript, toPython].map((print) => /return (.*?);?\n/u.exec(print(formula, [x]))?.[1]);

describe("numbers that are none of the rationals", () => {
  test.each<[number, readonly string[]]>([
    [NaN, ["x * NAN", "x * NaN", "x * np.nan"]],
    [Infinity, ["x * INFINITY", "x * Infinity", "x * np.inf"]],
    [-Infinity, ["x * -INFINITY", "x * -Infinity", "x * -np.inf"]],
  ])("%d", (number, sources) => {
    expect(returned(mul(x, number))).toEqual(sources);
  });

  test("in text and LaTeX", () => {
    expect([NaN, Infinity, -Infinity].map((c) => toText(constant(c)))).toEqual([
      "nan",
      "inf",
      "-inf",
    ]);
    expect(toLatex(mul(x, -Infinity))).toBe(String.raw`-x \infty`);
  });
});

test("a function of nothing", () => {
  const three = parse("3");
  expect(toC(three, [])).toContain("double f(void) {\n  return 3.0;");
  expect(toC([three, three], [])).toContain("void f(double out[2]) {");
  expect(toJavaScript(three, [])).toBe("export function f() {\n  return 3;\n}\n");
  expect(toPython(three, [])).toContain("def f():\n    return 3.0\n");
});

test("static arguments are printed as they are given", () => {
  const own = unary<unknown>("own", { value: (y) => y, partial: () => 1 });
  const printed = (s: unknown): string => toText(own(x, s));
  expect(printed("abc")).toBe('own(x, "abc")');
  expect(printed([1, 2.5, NaN])).toBe("own(x, [1, 5/2, nan])");
  expect(printed({ a: 1, b: "c" })).toBe('own(x, 1, "c")');
  expect(printed(null)).toBe("own(x, null)");
  expect(printed(() => 1)).toBe("own(x, function)");
  expect(printed(-Infinity)).toBe("own(x, -inf)");
  expect(toText(leakyRelu(x, 0.125))).toBe("leakyRelu(x, 1/8)");
  expect(toLatex(leakyRelu(x, 0.125))).toBe(String.raw`\operatorname{leakyRelu}_{\frac{1}{8}}(x)`);
});
