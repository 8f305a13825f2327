import { expect, test } from "vitest";
import { stepOf, ticksIn } from "./ticks.ts";

test.each([
  [0.7, 1],
  [1, 1],
  [1.01, 2],
  [3, 5],
  [7, 10],
  [0.003, 0.005],
  [48, 50],
])("at least %d apart are steps of %d", (least, step) => {
  expect(stepOf(least)).toBeCloseTo(step, 12);
});

test("ticks are multiples of the step, both ends included", () => {
  expect(ticksIn([-1, 2], 0.5)).toEqual([-1, -0.5, 0, 0.5, 1, 1.5, 2]);
  expect(ticksIn([0.1, 0.2], 1)).toEqual([]);
});

test("a range out of all proportion does not hang the page", () => {
  expect(ticksIn([0, 1e12], 1)).toHaveLength(400);
});

test("a plane without a scale has no ticks", () => {
  expect(ticksIn([-1e9, 1e9], stepOf(52 / 0))).toEqual([]);
});
