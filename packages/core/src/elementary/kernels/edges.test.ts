import { expect, test } from "vitest";
import { exp2 } from "./exp2.ts";
import { hypot2 } from "./hypot2.ts";
import { logaddexp, logit, sigmoid, softplus } from "./logistic.ts";
import { cospi, sinpi } from "./sinpi.ts";
import { xlogy } from "./xlogy.ts";

/** 2ⁿ by doubling or halving, which is exact. */
function powerOfTwo(n: number): number {
  let power = 1;
  for (let k = 0; k < Math.abs(n); k++) power *= n < 0 ? 0.5 : 2;
  return power;
}

test("2ⁿ is exact for every integer n of the range", () => {
  for (let n = -1074; n < 1024; n++) expect(exp2(n)).toBe(powerOfTwo(n));
});

test("sinpi and cospi are exact at integers and half-integers, with the signs of IEEE 754", () => {
  expect([-2, -0, 0, 1, 2 ** 53].map(sinpi)).toEqual([-0, -0, 0, 0, 0]);
  expect([-1.5, -0.5, 0.5, 1.5, 2.5].map(sinpi)).toEqual([1, -1, 1, -1, 1]);
  expect([-1.5, 0.5, 2 ** 51 + 0.5].map(cospi)).toEqual([0, 0, 0]);
  expect([-3, -0, 2, 2 ** 52 + 1].map(cospi)).toEqual([-1, 1, 1, -1]);
  expect([sinpi(Infinity), cospi(-Infinity), sinpi(NaN)]).toEqual([NaN, NaN, NaN]);
});

test("hypot2 neither overflows nor underflows, and ∞ wins over NaN", () => {
  expect(hypot2(3e307, 4e307)).toBeCloseTo(5e307, -294);
  expect(hypot2(3 * 2 ** -1070, 4 * 2 ** -1070)).toBe(5 * 2 ** -1070);
  expect(hypot2(Number.MIN_VALUE, 0)).toBe(Number.MIN_VALUE);
  expect([hypot2(NaN, -Infinity), hypot2(NaN, 1), hypot2(-0, -0)]).toEqual([Infinity, NaN, 0]);
});

test("logaddexp with infinities is the limit, and NaN stays NaN", () => {
  expect(logaddexp(Infinity, Infinity)).toBe(Infinity);
  expect(logaddexp(-Infinity, -Infinity)).toBe(-Infinity);
  expect([logaddexp(-Infinity, 3), logaddexp(Infinity, -Infinity)]).toEqual([3, Infinity]);
  expect([logaddexp(NaN, Infinity), logaddexp(1, NaN)]).toEqual([NaN, NaN]);
});

test("the logistic family at the ends of its range", () => {
  expect([-Infinity, Infinity, NaN].map(sigmoid)).toEqual([0, 1, NaN]);
  expect([0, 1, 0.5, -0.1, 1.1].map(logit)).toEqual([-Infinity, Infinity, 0, NaN, NaN]);
  expect([-Infinity, Infinity, 1e300].map(softplus)).toEqual([0, Infinity, 1e300]);
});

test("0·log y is 0 unless y is NaN", () => {
  expect([xlogy(0, 0), xlogy(-0, Infinity), xlogy(0, -1)]).toEqual([0, 0, 0]);
  expect([xlogy(0, NaN), xlogy(NaN, 0), xlogy(2, -1)]).toEqual([NaN, NaN, NaN]);
});
