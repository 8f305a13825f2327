import {
  abs,
  add,
  cos,
  div,
  DomainError,
  exp,
  floor,
  hypot,
  log,
  matrix,
  max,
  mul,
  neg,
  OperatorError,
  pow,
  reciprocal,
  type Scalar,
  sin,
  sqrt,
  square,
  sub,
  unary,
  vector,
  where,
} from "@jacobian/core";
import { lgamma, polygamma } from "@jacobian/core/special";
import { cases } from "@tooling/vitest/cases";
import { describe, expect, test } from "vitest";
import { everyPrimitive } from "../../../test-support/every-primitive.ts";
import { differentiate } from "../../calculus/differentiate.ts";
import { jacobian } from "../../calculus/jacobian.ts";
import { e, pi } from "../../constants.ts";
import { Call, type Formula } from "../../formula/formula.ts";
import { constant } from "../../formula/make.ts";
import { symbols } from "../../symbols.ts";
import { settings } from "./functions.ts";
import { toLatex } from "./latex.ts";

const [x, y, a, r, theta, phi] = symbols("x y a r theta phi");

test("formulas of a list or object stand one below the other", () => {
  expect(toLatex([x, vector([y, 1])])).toBe(
    "\\begin{gathered} x \\\\ \\begin{pmatrix} y \\\\ 1 \\end{pmatrix} \\end{gathered}",
  );
  expect(toLatex({ value: x })).toBe("\\begin{gathered} x \\end{gathered}");
});

test.each([
  ["x₁", "x_{1}"],
  ["α_max", "\\alpha_{\\mathrm{max}}"],
  ["x12", "x_{12}"],
])("the name %s", (name, text) => {
  expect(toLatex(symbols(name)[0]!)).toBe(text);
});

test("refuses what is no value", () => {
  expect(() => toLatex("x" as never)).toThrow(OperatorError);
});

test.each<readonly [Scalar, string]>([
  [mul(mul(r, sin(theta)), cos(phi)), "r \\sin \\theta \\cos \\phi"],
  [mul(sin(x), y), "\\sin(x) y"],
  [mul(mul(sin(x), cos(y)), a), "\\sin x \\cos(y) a"],
  [mul(sin(x), sub(y, 1)), "\\sin(x) (y - 1)"],
  [sin(mul(2, x)), "\\sin(2 x)"],
  [sin(div(x, 2)), "\\sin\\left(\\frac{x}{2}\\right)"],
  [mul(2, 3.5), "7"],
  [mul(x, 2), "2 x"],
  [mul(mul(x, 2), 3), "3 \\cdot 2 x"],
  [mul(2, pow(3, x)), "2 \\cdot 3^{x}"],
  [mul(add(x, y), sub(x, y)), "(x + y) (x - y)"],
  [mul(2, pi), "2 \\pi"],
])("factors: %#", (formula, text) => {
  expect(toLatex(formula)).toBe(text);
});

test.each<readonly [Scalar, string]>([
  [add(neg(x), y), "y - x"],
  [add(-1, square(x)), "x^{2} - 1"],
  [sub(x, sub(y, a)), "x - (y - a)"],
  [sub(x, neg(y)), "x + y"],
  [add(x, mul(-2, y)), "x - 2 y"],
  [sub(-1, x), "-1 - x"],
  [add(x, sub(neg(y), a)), "x + (-y - a)"],
  [neg(add(x, y)), "-(x + y)"],
  [mul(neg(x), neg(y)), "x y"],
  [mul(x, neg(sin(y))), "-x \\sin y"],
  [div(neg(x), y), "-\\frac{x}{y}"],
  [square(neg(x)), "(-x)^{2}"],
  [pow(-2, x), "(-2)^{x}"],
  [exp(neg(x)), "e^{-x}"],
])("minus signs: %#", (formula, text) => {
  expect(toLatex(formula)).toBe(text);
});

test.each<readonly [Scalar, string]>([
  [mul(0.5, square(x)), "\\frac{x^{2}}{2}"],
  [mul(div(x, y), sin(a)), "\\frac{x \\sin a}{y}"],
  [div(reciprocal(x), y), "\\frac{1}{x y}"],
  [div(x, div(y, a)), "\\frac{x a}{y}"],
  [pow(sin(x), -2), "\\frac{1}{\\sin^{2} x}"],
  [square(sin(x)), "\\sin^{2} x"],
  [square(square(sin(x))), "(\\sin^{2} x)^{2}"],
  [pow(sin(x), y), "(\\sin x)^{y}"],
  [mul(square(sin(x)), y), "\\sin^{2}(x) y"],
  [pow(x, 0.5), "\\sqrt{x}"],
  [pow(x, constant({ n: 1n, d: 3n })), "\\sqrt[3]{x}"],
  [pow(x, constant({ n: 1n, d: 10n })), "x^{1/10}"],
  [pow(x, -1.5), "\\frac{1}{x^{3/2}}"],
  [square(sqrt(x)), "(\\sqrt{x})^{2}"],
  [square(div(x, y)), "\\left(\\frac{x}{y}\\right)^{2}"],
  [pow(pow(x, y), a), "(x^{y})^{a}"],
  [exp(div(x, 2)), "\\exp\\left(\\frac{x}{2}\\right)"],
  [square(exp(x)), "(e^{x})^{2}"],
  [exp(e), "e^{e}"],
  [hypot(x, y), "\\sqrt{x^{2} + y^{2}}"],
])("fractions, powers and roots: %#", (formula, text) => {
  expect(toLatex(formula)).toBe(text);
});

test.each<readonly [Scalar, string]>([
  [log(abs(x)), "\\ln\\left\\lvert x\\right\\rvert"],
  [lgamma(x), "\\ln\\left\\lvert \\Gamma(x)\\right\\rvert"],
  [square(floor(x)), "\\left\\lfloor x\\right\\rfloor^{2}"],
  [max(x, div(y, 2)), "\\max\\left(x, \\frac{y}{2}\\right)"],
  [polygamma(3, x), "\\psi^{(3)}(x)"],
  [
    differentiate(abs(x), x),
    "\\begin{cases} -1 & \\text{if } x < 0 \\\\ 0 & \\text{if } x = 0 \\\\ 1 & \\text{otherwise} \\end{cases}",
  ],
  [
    mul(where("le", x, y, 1, 2), y),
    "\\left(\\begin{cases} 1 & \\text{if } x \\le y \\\\ 2 & \\text{otherwise} \\end{cases}\\right) y",
  ],
])("brackets and cases: %#", (formula, text) => {
  expect(toLatex(formula)).toBe(text);
});

test("constants are exact", () => {
  const numbers = [0.1, 1e-9, 2.5e30, 0.123456789, -Infinity, NaN, 12345678901234567890n, 1e21];
  const texts = numbers.map((n) => toLatex(constant(typeof n === "bigint" ? { n, d: 1n } : n)));
  expect(texts).toEqual([
    ...["0.1", "10^{-9}", "2.5 \\cdot 10^{30}", "0.123456789", "-\\infty", "\\mathrm{NaN}"],
    ...["12345678901234567890", "10^{21}"],
  ]);
  expect(toLatex(constant({ n: -1n, d: 3n }))).toBe("-\\frac{1}{3}");
  expect(toLatex(pow(constant(1e-9), x))).toBe("(10^{-9})^{x}");
});

test("names", () => {
  const names = symbols("alpha θ Σ x1 x_1 x_1_2 v_max speed speed12 _x é alpha_0 rho_air omicron");
  expect(names.map(toLatex)).toEqual([
    ...["\\alpha", "\\theta", "\\Sigma", "x_{1}", "x_{1}", "x_{1, 2}", "v_{\\mathrm{max}}"],
    ...[
      "\\mathit{speed}",
      "\\mathit{speed}_{12}",
      "\\_x",
      "é",
      "\\alpha_{0}",
      "\\rho_{\\mathrm{air}}",
    ],
    "\\mathit{omicron}",
  ]);
});

test("vectors and matrices", () => {
  const polar = [mul(r, cos(theta)), mul(r, sin(theta))];
  expect(toLatex(jacobian(polar, [r, theta]))).toBe(
    "\\begin{pmatrix} \\cos \\theta & -r \\sin \\theta \\\\ \\sin \\theta & r \\cos \\theta \\end{pmatrix}",
  );
  expect(toLatex(vector([x, 1]))).toBe("\\begin{pmatrix} x \\\\ 1 \\end{pmatrix}");
  expect(toLatex(matrix([[x, y]]))).toBe("\\begin{pmatrix} x & y \\end{pmatrix}");
});

describe("every primitive", () => {
  const table = settings();
  const unbalanced = (text: string): number =>
    (text.match(/[{(]|\\left/g) ?? []).length - (text.match(/[})]|\\right/g) ?? []).length;

  test.each(everyPrimitive())("%s has a setting", (name, formula) => {
    if (!(formula instanceof Call)) throw new TypeError(name);
    expect(name === "pow" || table.has(formula.rule)).toBe(true);
    expect(unbalanced(toLatex(formula))).toBe(0);
    expect(unbalanced(toLatex(differentiate(formula, x)))).toBe(0);
  });

  test("those of the user by their names, of which nothing gets into the text but letters and digits", () => {
    const odd = unary("my_f}\\input{x", { value: (t) => t, partial: () => 1 });
    expect(toLatex(odd(x))).toBe("\\operatorname{my\\_finputx}(x)");
  });
});

test("long sums take linear time, and no stack", () => {
  const n = cases(30_000, 100_000);
  let sum: Formula = x;
  for (let k = 0; k < n; k++) sum = add(sum, mul(k + 2, y)) as Formula;
  expect(toLatex(sum).length).toBeGreaterThan(9 * n);
  let deep: Formula = x;
  for (let k = 0; k < 20_000; k++) deep = exp(deep) as Formula;
  expect(toLatex(deep).endsWith("}")).toBe(true);
});

test("what is shared so often that nobody can read it is refused", () => {
  let shared: Formula = x;
  for (let k = 0; k < 60; k++) shared = sin(mul(shared, add(shared, k + 1))) as Formula;
  expect(() => toLatex(shared)).toThrow(DomainError);
});
