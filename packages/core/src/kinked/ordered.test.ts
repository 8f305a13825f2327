import { expect, test } from "vitest";
import { lifted } from "../../test-support/push.ts";
import { ordered } from "./ordered.ts";

test("scalars of another level are compared, not read: −1, 1, 0 or NaN beside 0", () => {
  for (const [a, b, side] of [
    [1, 2, -1],
    [2, 1, 1],
    [2, 2, 0],
    [NaN, 1, NaN],
    [1, NaN, NaN],
  ] as const) {
    expect(ordered([lifted(a), b])).toEqual([side, 0]);
    expect(ordered([a, lifted(b)])).toEqual([side, 0]);
    expect(ordered([lifted(a), lifted(b)])).toEqual([side, 0]);
  }
});

test("numbers are themselves, arrays the values behind them, side by side", () => {
  expect(ordered([7, 5])).toEqual([7, 5]);
  const v = Float64Array.of(1, 2);
  expect(ordered([lifted(v), 3, lifted(4), lifted(v), lifted(6), 8])).toEqual([v, 3, 4, v, -1, 0]);
  expect(ordered([lifted(v), v, v, lifted(v)])).toEqual([v, v, v, v]);
  expect(ordered([])).toEqual([]);
});
