import { expect, test } from "vitest";
import { difference } from "./comparison.ts";

test("outputs of another structure are infinitely far", () => {
  const far = { largest: Infinity, length: Infinity };
  expect(difference([1, 2], [1])).toEqual(far);
  expect(difference([1], [1, 2])).toEqual(far);
  expect(difference({ a: 1 }, { b: 1 })).toEqual(far);
  expect(difference([1, 2], [1, null])).toEqual(far);
  expect(difference(1, NaN).largest).toBe(Infinity);
});

test("where 0 is expected, the smallest number is infinitely far", () => {
  expect(difference([0, 0], [0, 0])).toEqual({ largest: 0, length: 0 });
  expect(difference([0, 0], [0, 1e-300]).largest).toBe(Infinity);
});

test("differences are over the largest entry, and over the length", () => {
  expect(difference([3, [4]], [3, [4.5]])).toEqual({ largest: 0.125, length: 0.1 });
  expect(difference({ b: 1, a: [2] }, { a: [2], b: 1 })).toEqual({ largest: 0, length: 0 });
});
