import {
  type Scalar,
  type Value,
  add,
  fold,
  mul,
  sin,
  structured,
  sumOver,
  unary,
} from "@jacobian/core";
import { expect, test } from "vitest";
import { taylor } from "../index.ts";

// Coefficients ask for lower ones of others: that must not go down the stack as far as a program is long.

const many = 100_000;

test("a chain of 100 000 additions", () => {
  expect(taylor((x) => fold(many, x, (y) => add(y, x)), 5)(1)).toEqual([
    many + 1,
    many + 1,
    0,
    0,
    0,
    0,
  ]);
});

test("a chain of functions", () => {
  const [y, dy] = taylor((x) => fold(2_000, x, (y) => sin(y)), 3)(1);
  expect(y).toBeGreaterThan(0);
  expect(dy).toBeGreaterThan(0);
});

test("a rule whose tangent is itself a long program", () => {
  const total = structured("total", {
    value: ([x = NaN]) => [many * Number(x)],
    shape: () => [[]],
    pushforward: ([dx = 0]) => [sumOver(many, (): Scalar => dx as Scalar)],
  });
  expect(taylor((x) => total([x])[0] as Scalar, 2)(1)).toEqual([many, many, 0]);
});

test("a family of functions that never closes, to a high order", () => {
  /** e^(x/n!)-like: the n-th derivative of f₀ is fₙ, a new function each. */
  const family: (x: Value, n: number) => Value = unary<number>("family", {
    value: (x) => Math.exp(x),
    partial: (x, _y, n) => family(x, n + 1),
  });
  const c = taylor((x) => family(mul(1, x), 0) as Scalar, 400)(0);
  expect(c[100]! * 9.332621544394382e157).toBeCloseTo(1, 10);
  expect(c).toHaveLength(401);
});
