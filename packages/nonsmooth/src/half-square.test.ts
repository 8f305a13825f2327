import { expect, test } from "vitest";
import { halfSquare } from "./half-square.ts";

test.each([
  [0, 0],
  [3, 4.5],
  [-2, 2],
])("halfSquare(%s) = %s", (x, expected) => {
  expect(halfSquare(x)).toBe(expected);
});
