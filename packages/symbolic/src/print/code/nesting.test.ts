import { describe, expect, test } from "vitest";
import { everyNesting, ragged } from "../../../test-support/every-primitive.ts";
import { hasC, hasPython, runC, runPython } from "../../../test-support/run-source.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import { toFunction } from "../../evaluate/to-function.ts";
import type { Formula } from "../../formula/formula.ts";
import { parse } from "../../parse/parse.ts";
import { symbols } from "../../symbols.ts";
import { toLatex } from "../latex/latex.ts";
import { toC } from "./c.ts";
import { toJavaScript } from "./javascript.ts";
import { toPython } from "./python.ts";

const xyz = symbols("x y z");
const returned = (source: string): string => /return (.*?);?\n/u.exec(source)![1]!;

describe("parentheses, as text reads", () => {
  test.each([
    ["x/(y*z)", "x / (y * z)", "x / (y * z)", "\\frac{x}{y z}"],
    ["x/(y/z)", "x / (y / z)", "x / (y / z)", "\\frac{x z}{y}"],
    ["x/y*z", "x / y * z", "x / y * z", "\\frac{x z}{y}"],
    ["x/y/z", "x / y / z", "x / y / z", "\\frac{x}{y z}"],
    ["x*(y/z)", "x * (y / z)", "x * (y / z)", "\\frac{x y}{z}"],
    ["x*(y*z)", "x * (y * z)", "x * (y * z)", "x y z"],
    ["x-(y-z)", "x - (y - z)", "x - (y - z)", "x - (y - z)"],
    ["x-y-z", "x - y - z", "x - y - z", "x - y - z"],
    ["x-(y+z)", "x - (y + z)", "x - (y + z)", "x - (y + z)"],
    ["x+(y+z)", "x + (y + z)", "x + (y + z)", "x + y + z"],
    ["x+(y-z)", "x + (y - z)", "x + (y - z)", "x + y - z"],
    ["x*(y+z)", "x * (y + z)", "x * (y + z)", "x (y + z)"],
    ["-(x+y)", "-(x + y)", "-(x + y)", "-(x + y)"],
    ["-(x*y)", "-(x * y)", "-(x * y)", "-x y"],
    ["(-x)*y", "-x * y", "-x * y", "-x y"],
    ["x*-y", "x * -y", "x * -y", "-x y"],
    ["x/(1/y)", "x / (1 / y)", "x / (1.0 / y)", "x y"],
    ["x--y", "x - -y", "x - -y", "x + y"],
    ["-x^2", "-(x * x)", "-(x ** 2)", "-x^{2}"],
    ["(-x)^2", "t0 * t0", "(-x) ** 2", "(-x)^{2}"],
    ["(-2)^x", "pow(-2, x)", "np.power(-2.0, x)", "(-2)^{x}"],
    ["-2^x", "-pow(2, x)", "-np.power(2.0, x)", "-2^{x}"],
    ["(x^y)^z", "pow(pow(x, y), z)", "np.power(np.power(x, y), z)", "(x^{y})^{z}"],
    ["x^y^z", "pow(x, pow(y, z))", "np.power(x, np.power(y, z))", "x^{y^{z}}"],
    ["(x/y)^2", "t0 * t0", "(x / y) ** 2", "\\left(\\frac{x}{y}\\right)^{2}"],
  ])("%s", (text, javascript, python, latex) => {
    const formula = parse(text) as Formula;
    expect(returned(toJavaScript(formula, xyz))).toBe(javascript);
    expect(returned(toC(formula, xyz)).replaceAll(/(\d)\.0/gu, "$1")).toBe(javascript);
    expect(returned(toPython(formula, xyz))).toBe(python);
    expect(toLatex(formula)).toBe(latex);
  });
});

// Each formula in a function of its own, where none of its parts is shared and so has a name.
describe("every operator within every other, to the last bit", () => {
  const formulas = everyNesting();
  const expected = ragged.flatMap(([x, y, z]) => evaluate(formulas, { x, y, z }));
  const each = formulas.map((formula, k) => [`f${k}`, formula] as const);
  const calls = each.map(([name]) => `${name}(x, y, z)`);

  test.each([true, false])("JavaScript, generated: %s", (generate) => {
    const functions = formulas.map((formula) => toFunction(formula, xyz, { generate }));
    expect(ragged.flatMap((point) => functions.map((f) => f(...point)))).toEqual(expected);
  });

  test.skipIf(!hasC)("C (skipped where there is no gcc)", () => {
    const sources = each.map(([name, formula]) => toC(formula, xyz, { name }));
    const all = calls.map((call, k) => `out[${k}] = ${call};`);
    const f = `void f(double x, double y, double z, double *out) { ${all.join(" ")} }`;
    const source = [...sources, f].join("\n");
    expect(runC(source, formulas.length, ragged)).toEqual(expected);
  });

  test.skipIf(!hasPython)("Python (skipped where there is no NumPy)", () => {
    const sources = each.map(([name, formula]) => toPython(formula, xyz, { name }));
    const source = [...sources, `def f(x, y, z): return (${calls.join(", ")})`].join("\n");
    expect(runPython(source, ragged)).toEqual(expected);
  });
});
