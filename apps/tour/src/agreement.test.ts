import { expect, test } from "vitest";
import { correctDigits, relativeDifference } from "./agreement.ts";

test("relativeDifference is measured against the largest entry of the second", () => {
  expect(relativeDifference([1, 104], [0, 100])).toBeCloseTo(0.04, 15);
  expect(relativeDifference([3, 4], [3, 4])).toBe(0);
  expect(relativeDifference([0], [0])).toBe(0);
  expect(relativeDifference([], [])).toBe(0);
});

test("relativeDifference never hides what cannot agree", () => {
  expect(relativeDifference([NaN], [1])).toBeNaN();
  expect(relativeDifference([1], [NaN])).toBeNaN();
  expect(relativeDifference([1], [0])).toBe(Infinity);
  expect(relativeDifference([1], [1, 1])).toBe(Infinity);
  expect(relativeDifference([1, 1], [1])).toBe(Infinity);
});

test("correctDigits counts them, up to those that are certified", () => {
  expect(correctDigits(1.001, 1)).toBeCloseTo(3, 10);
  expect(correctDigits(-2.0002, -2)).toBeCloseTo(4, 10);
  expect(correctDigits(238.94212918, 238.94212918)).toBe(11);
  expect(correctDigits(-1, 1)).toBeLessThan(0);
  expect(correctDigits(NaN, 1)).toBeNaN();
});
