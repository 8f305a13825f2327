import {
  type Scalar,
  type UnaryFunction,
  DomainError,
  OperatorError,
  abs,
  add,
  asinh,
  at,
  atan,
  atan2,
  cos,
  div,
  exp,
  floor,
  gt,
  hypot,
  log,
  max,
  mul,
  norm2,
  pow,
  sin,
  sqrt,
  square,
  stopGradient,
  sub,
  sumOver,
  tan,
  unary,
  value,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { type ScalarFunction, taylor } from "./jet.ts";

const coefficients = (g: ScalarFunction, a: number, count: number): number[] => {
  const c = taylor("test", g, a, 1);
  return Array.from({ length: count }, (_, k) => c(k));
};
const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

describe("what is no function of one number", () => {
  test("a function of vectors", () => {
    const g: ScalarFunction = (x) => norm2(vector([x, 1]));
    expect(() => coefficients(g, 1, 1)).toThrow(DomainError);
    expect(() => coefficients(g, 1, 1)).toThrow(
      "test: expected a function of x and plain numbers, got a function of whole vectors or matrices in stack",
    );
  });

  test("an element of another algebra", () => {
    let outer: Scalar = 0;
    taylor("outer", (x) => (outer = x), 1, 1);
    const g: ScalarFunction = (x) => mul(outer, x);
    expect(() => coefficients(g, 1, 1)).toThrow("got Jet(1 + …) in mul; what it depends on");
    expect(() => coefficients(() => outer, 1, 1)).toThrow(DomainError);
  });

  test("an array", () => {
    // The types do not say that a scalar times a vector is no scalar here.
    const g = ((x: Scalar) => mul(x, Float64Array.of(1, 2))) as unknown as ScalarFunction;
    expect(() => coefficients(g, 1, 1)).toThrow("got Vector 2 [1, 2] in mul");
  });

  test("native operators and entries", () => {
    // A program that is not type-checked.
    const g = ((x: number) => x + 1) as unknown as ScalarFunction;
    expect(() => coefficients(g, 1, 1)).toThrow(OperatorError);
  });
});

describe("known series", () => {
  const known: readonly (readonly [string, ScalarFunction, number, (k: number) => number])[] = [
    ["exp", exp, 0.5, (k) => Math.exp(0.5) / factorial(k)],
    ["log", log, 2, (k) => (k === 0 ? Math.log(2) : -((-1 / 2) ** k) / k)],
    ["sin", sin, 0, (k) => (k % 2 === 0 ? 0 : (-1) ** ((k - 1) / 2) / factorial(k))],
    ["1/(1 − x)", (x) => div(1, sub(1, x)), 0, () => 1],
    ["x⁴", (x) => mul(mul(x, x), pow(x, 2)), 1, (k) => [1, 4, 6, 4, 1][k] ?? 0],
    ["atan", atan, 0, (k) => (k % 2 === 0 ? 0 : (-1) ** ((k - 1) / 2) / k)],
    ["atan2(x, 1)", (x) => atan2(x, 1), 0, (k) => (k % 2 === 0 ? 0 : (-1) ** ((k - 1) / 2) / k)],
    ["hypot(3, x)", (x) => sub(hypot(3, x), sqrt(add(9, mul(x, x)))), 0.7, () => 0],
    ["asinh", (x) => sub(asinh(x), log(add(x, hypot(x, 1)))), 0.4, () => 0],
    ["a constant", () => 7, 3, (k) => (k === 0 ? 7 : 0)],
    ["x", (x) => x, 3, (k) => [3, 1][k] ?? 0],
    ["exp(sin)·cos⁻¹ = its own", (x) => sub(tan(x), div(sin(x), cos(x))), 0.3, () => 0],
    ["√(x²)", (x) => sqrt(mul(x, x)), 2, (k) => [2, 1][k] ?? 0],
  ];
  test.each(known)("%s", (_name, g, a, expected) => {
    const got = coefficients(g, a, 12);
    got.forEach((c, k) => {
      expect(Math.abs(c - expected(k))).toBeLessThan(1e-13 * Math.max(1, Math.abs(c)));
    });
  });

  test("in other units", () => {
    const c = taylor("test", log, 1e-150, 1e-150);
    expect([c(1), c(2), c(3)].map((x) => x.toFixed(12))).toEqual(
      [1, -1 / 2, 1 / 3].map((x) => x.toFixed(12)),
    );
  });
});

describe("pieces, steps and branches", () => {
  const slopes = (g: ScalarFunction, a: number): number[] => coefficients(g, a, 3);

  test("the active piece, and at a tie the convention", () => {
    expect(slopes(abs, -2)).toEqual([2, -1, 0]);
    expect(slopes(abs, 0)).toEqual([0, 0, 0]);
    expect(slopes((x) => max(mul(x, x), 1), 3)).toEqual([9, 6, 1]);
    expect(slopes((x) => max(x, 1), 1)).toEqual([1, 0.5, 0]);
    expect(slopes((x) => where("gt", x, 0, sqrt(x), 0), 0)).toEqual([0, 0, 0]);
    expect(slopes((x) => (gt(x, 0) ? mul(x, x) : x), 2)).toEqual([4, 4, 1]);
  });

  test("an exact zero annihilates", () => {
    expect(slopes((x) => mul(0, sqrt(x)), 0)).toEqual([0, 0, 0]);
    expect(slopes((x) => sqrt(mul(x, x)), 0).slice(0, 2)).toEqual([0, 0]);
  });

  test("what is locally constant", () => {
    expect(slopes((x) => mul(x, floor(x)), 2.5)).toEqual([5, 2, 0]);
    expect(slopes((x) => mul(x, stopGradient(x)), 3)).toEqual([9, 3, 0]);
    expect(slopes((x) => mul(x, value(x)), 3)).toEqual([9, 3, 0]);
  });

  test("plain data and loops", () => {
    const c = Float64Array.of(1, -2, 3);
    const g: ScalarFunction = (x) => sumOver(3, (i) => add(at(c, i), mul(at(c, i), x)));
    expect(slopes(g, 1)).toEqual([4, 2, 0]);
  });
});

test("many terms of a long chain cost little", () => {
  const c = taylor("test", (x) => tan(exp(sin(tan(mul(0.1, x))))), 0.1, 1);
  expect(Number.isFinite(c(30))).toBe(true);
});

test("partial derivatives that lead back to each other are asked for once each", () => {
  let asked = 0;
  // f = ½·tan 2x and g = 1/cos 2x: f′ = g² and g′ = 4fg.
  const f: UnaryFunction = unary("f", {
    value: (x) => Math.tan(2 * x) / 2,
    partial: (x) => {
      asked++;
      return square(g(x));
    },
  });
  const g: UnaryFunction = unary("g", {
    value: (x) => 1 / Math.cos(2 * x),
    partial: (x) => {
      asked++;
      return mul(4, mul(f(x), g(x)));
    },
  });
  const expected = coefficients((x) => mul(0.5, tan(mul(2, x))), 0.3, 12);
  coefficients(f, 0.3, 12).forEach((c, k) => {
    expect(c / expected[k]!).toBeCloseTo(1, 12);
  });
  expect(asked).toBe(2);
});

test("0 and −0 are two numbers", () => {
  const c = taylor("test", (x) => sub(atan2(0, x), atan2(-0, x)), -1, 1);
  expect(c(0)).toBe(2 * Math.PI);
});
