import { describe, expect, test } from "vitest";
import { DomainError, affine, nextLevel, offset, scalar } from "./index.ts";
import { checkedPosition } from "./position.ts";

describe("checkedPosition", () => {
  test.each([-1, 4, 0.5, NaN, Infinity])("refuses %s where 0 to 3 is meant", (i) => {
    expect(() => checkedPosition("at", i, 3)).toThrow(DomainError);
    expect(() => checkedPosition("at", i, 3)).toThrow(
      `at: expected a whole number from 0 to 3, got ${i}; count from 0`,
    );
  });

  test("refuses everything in an empty value", () => {
    expect(() => checkedPosition("at", 0, -1)).toThrow(
      "at: expected a value with entries, got an empty one; look at its length first",
    );
  });

  test("takes both ends", () => {
    expect(checkedPosition("at", 0, 3)).toBe(0);
    expect(checkedPosition("at", 3, 3)).toBe(3);
  });
});

test("index arithmetic", () => {
  expect(scalar(offset(2, 3))).toBe(5);
  expect(scalar(offset(2, -3))).toBe(-1);
  expect(scalar(affine(2, 3, 4))).toBe(10);
});

test("no level comes twice", () => {
  const levels = Array.from({ length: 100 }, nextLevel);
  expect(new Set(levels).size).toBe(100);
});
