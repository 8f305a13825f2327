import { expect, test } from "vitest";
import { hypot2 } from "./hypot2.ts";

// 3, 4, 5 times a power of two: every product and root is exact.
test.each([
  -1073, -1000, -600, -461, -460, -459, -458, -10, 0, 508, 509, 510, 511, 512, 1000, 1020,
])("is exact at 2^%d, beyond the bounds between which it squares and on them", (n) => {
  const unit = 2 ** n;
  expect(hypot2(3 * unit, 4 * unit)).toBe(5 * unit);
  expect(hypot2(-4 * unit, 3 * unit)).toBe(5 * unit);
  expect([hypot2(unit, 0), hypot2(0, -unit)]).toEqual([unit, unit]);
});

test("the larger argument says what leaves the range, and the smaller may be anything", () => {
  for (const large of [1, 2 ** 511, 1e300, Number.MAX_VALUE]) {
    for (const small of [1e-300, 5e-324, 0]) {
      expect(hypot2(large, small)).toBe(large);
      expect(hypot2(-small, -large)).toBe(large);
    }
  }
  expect(hypot2(1e300, 1)).toBe(1e300);
  expect(hypot2(1e-300, 5e-324)).toBe(1e-300);
  expect(hypot2(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Infinity);
});

test("∞ is ∞ beside whatever, and NaN is NaN beside what is finite", () => {
  for (const x of [0, 1, NaN, -Infinity]) {
    expect([hypot2(Infinity, x), hypot2(x, -Infinity)]).toEqual([Infinity, Infinity]);
  }
  expect([hypot2(NaN, 1), hypot2(0, NaN), hypot2(NaN, NaN)]).toEqual([NaN, NaN, NaN]);
});
