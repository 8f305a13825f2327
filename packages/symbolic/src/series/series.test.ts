import {
  acosh,
  add,
  asin,
  atan,
  cbrt,
  cos,
  div,
  exp,
  exp2,
  hypot,
  log,
  log1p,
  mul,
  pow,
  reciprocal,
  type Scalar,
  sigmoid,
  sin,
  sinpi,
  sqrt,
  square,
  sub,
  tan,
  tanh,
  unary,
} from "@jacobian/core";
import { erf, lgamma, polygamma } from "@jacobian/core/special";
import { describe, expect, test } from "vitest";
import {
  constant,
  differentiate,
  evaluate,
  expand,
  type Formula,
  pi,
  series,
  symbols,
} from "../index.ts";

const [x, a, b] = symbols("x a b");

/** "1/3" */
const exact = (text: string): Formula => {
  const [n = "0", d = "1"] = text.split("/");
  return constant({ n: BigInt(n), d: BigInt(d) });
};

const coefficientsAre = (got: readonly Formula[], expected: readonly Scalar[]): void => {
  expect(got.length).toBe(expected.length);
  got.forEach((c, k) => {
    expect(c === expand(expected[k]!), `coefficient ${k} is ${c.toString()}`).toBe(true);
  });
};

describe("the tables of the textbooks (SymPy 1.14 gives the same)", () => {
  test.each<[string, Scalar, string]>([
    ["exp x", exp(x), "1 1 1/2 1/6 1/24 1/120 1/720"],
    ["sin x", sin(x), "0 1 0 -1/6 0 1/120 0 -1/5040"],
    ["tan x", tan(x), "0 1 0 1/3 0 2/15 0 17/315 0 62/2835"],
    ["tanh x", tanh(x), "0 1 0 -1/3 0 2/15 0 -17/315 0 62/2835"],
    ["asin x", asin(x), "0 1 0 1/6 0 3/40 0 5/112 0 35/1152"],
    ["atan x", atan(x), "0 1 0 -1/3 0 1/5 0 -1/7"],
    ["log(1 + x)", log1p(x), "0 1 -1/2 1/3 -1/4 1/5"],
    ["√(1 + x)", sqrt(add(1, x)), "1 1/2 -1/8 1/16 -5/128 7/256"],
    ["∛(1 + x)", cbrt(add(1, x)), "1 1/3 -1/9 5/81 -10/243"],
    ["1/(1 − x)", reciprocal(sub(1, x)), "1 1 1 1 1 1"],
    ["σ(x)", sigmoid(x), "1/2 1/4 0 -1/48 0 1/480 0 -17/80640"],
    ["e^sin x", exp(sin(x)), "1 1 1/2 0 -1/8 -1/15 -1/240 1/90 31/5760"],
    ["1/(1 + x/2)", div(1, add(1, mul(x, 0.5))), "1 -1/2 1/4 -1/8"],
    ["√(x² + 1)", hypot(x, 1), "1 0 1/2 0 -1/8 0 1/16"],
    ["(1 + x)¹⁰⁰", pow(add(1, x), 100), "1 100 4950 161700"],
    ["x³", pow(x, 3), "0 0 0 1 0"],
    ["a constant", constant(7), "7 0 0"],
  ])("%s", (_name, f, table) => {
    const expected = table.split(" ").map(exact);
    coefficientsAre(series(f, x, { order: expected.length - 1 }).coefficients, expected);
  });

  test("sec x + tan x counts the alternating permutations", () => {
    const { coefficients } = series(add(reciprocal(cos(x)), tan(x)), x, { order: 12 });
    const zigzag = [1n, 1n, 1n, 2n, 5n, 16n, 61n, 272n, 1385n, 7936n, 50521n, 353792n, 2702765n];
    let factorial = 1n;
    const expected = zigzag.map((n, k) => {
      factorial *= BigInt(Math.max(k, 1));
      return expand(div(constant({ n, d: 1n }), constant({ n: factorial, d: 1n })));
    });
    coefficientsAre(coefficients, expected);
  });
});

describe("coefficients are formulas", () => {
  test.each<[string, Scalar, Scalar, readonly Scalar[]]>([
    ["sin at a", sin(x), a, [sin(a), cos(a), mul(-0.5, sin(a)), div(cos(a), -6)]],
    ["tan at a", tan(x), a, [tan(a), add(1, square(tan(a))), mul(tan(a), add(1, square(tan(a))))]],
    ["log at a", log(x), a, [log(a), div(1, a), div(-0.5, square(a))]],
    ["x^a at 1", pow(x, a), 1, [1, a, mul(0.5, mul(a, sub(a, 1)))]],
    ["2ˣ", exp2(x), 0, [1, log(constant(2)), mul(0.5, square(log(constant(2))))]],
    ["bˣ", pow(b, x), 0, [1, log(b), mul(0.5, square(log(b)))]],
    ["erf", erf(x), 0, [0, div(2, sqrt(pi)), 0, div(div(-2, 3), sqrt(pi))]],
    ["sin πx", sinpi(x), 0, [0, pi, 0, div(pow(pi, 3), -6)]],
    ["acosh at 2", acosh(x), 2, [acosh(constant(2)), div(1, sqrt(constant(3)))]],
    [
      "e^(ax)·cos(bx)",
      mul(exp(mul(a, x)), cos(mul(b, x))),
      0,
      [1, a, mul(0.5, sub(square(a), square(b)))],
    ],
  ])("%s", (_name, f, at, expected) => {
    coefficientsAre(series(f, x, { at, order: expected.length - 1 }).coefficients, expected);
  });

  test("and so is the polynomial", () => {
    const { polynomial } = series(log(x), x, { at: 1, order: 2 });
    const h = sub(x, 1);
    expect(polynomial === add(h, mul(-0.5, square(h)))).toBe(true);
  });
});

test("a user's primitive has a series", () => {
  // y′ = 1 + y², y(0) = 0
  const mine = unary("mine", { value: Math.tan, partial: (_x, y) => add(1, square(y)) });
  const { coefficients } = series(mine(x), x, { order: 5 });
  coefficientsAre(coefficients, series(tan(x), x, { order: 5 }).coefficients);
});

describe("derivatives over factorials are the same", () => {
  test.each<[string, Scalar, number]>([
    ["a nest of functions", exp(mul(sin(x), tanh(x))), 0.3],
    ["powers", pow(add(2, sin(x)), 1.5), 0.7],
    ["a power of itself", pow(x, x), 1.5],
    ["roots", div(sqrt(add(x, 3)), cbrt(add(square(x), 1))), -0.5],
    ["logarithms", log(add(2, mul(x, log1p(square(x))))), 0.4],
  ])("%s", (_name, f, at) => {
    const { coefficients } = series(f, x, { at, order: 6 });
    let factorial = 1;
    coefficients.forEach((c, k) => {
      factorial *= Math.max(k, 1);
      const derivative = evaluate(differentiate(f, x, k), { x: at });
      const error = Math.abs(evaluate(c, {}) * factorial - derivative);
      expect(error).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(derivative)));
    });
  });
});

describe("families of derivatives that do not close", () => {
  test("polygamma", () => {
    // log Γ(1 + h) = Σ polygamma(k − 1, 1)·hᵏ/k! (DLMF 5.7.3)
    const { coefficients } = series(lgamma(x), x, { at: 1, order: 12 });
    let factorial = 1;
    coefficients.slice(1).forEach((c, k) => {
      factorial *= k + 1;
      expect(evaluate(c, {})).toBeCloseTo(polygamma(k, 1) / factorial, 12);
    });
  });

  test("of a user", () => {
    // The n-th derivative of 1/(1 − x) is n!/(1 − x)ⁿ⁺¹.
    const factorial = (n: number): number => (n === 0 ? 1 : n * factorial(n - 1));
    const next = (a: Scalar, n: number): Scalar => {
      expect(n).toBeLessThanOrEqual(20);
      return geometric(a, n + 1);
    };
    const geometric = unary<number>("geometric", {
      value: (a, n) => factorial(n) / (1 - a) ** (n + 1),
      partial: (a, _y, n) => next(a as Scalar, n),
    });
    const { coefficients } = series(geometric(x, 0), x, { order: 20 });
    for (const c of coefficients) expect(evaluate(c, {})).toBeCloseTo(1, 12);
  });
});

test("a chain of 20 000 operations is no deeper than one", () => {
  let f: Scalar = x;
  for (let k = 0; k < 10_000; k++) f = add(mul(f, 0.5), x);
  const { coefficients } = series(f, x, { order: 1 });
  expect(evaluate(coefficients[1]!, {})).toBeCloseTo(2, 12);
});
