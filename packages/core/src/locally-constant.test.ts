import { describe, expect, test } from "vitest";
import { slope } from "../test-support/push.ts";
import { OperatorError, ShapeError, locallyConstant, mul } from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const thirds = locallyConstant<number>("thirds", {
  value: (x, k) => Math.floor(3 * x) / k,
  jumps: (x) => Math.round(3 * x) / 3,
});

describe("locallyConstant", () => {
  test("refuses what is no value", () => {
    expect(() => thirds(wrong(undefined), 1)).toThrow(OperatorError);
    expect(() => thirds(wrong([1]), 1)).toThrow(ShapeError);
  });

  test("has the derivative 0, also at a jump", () => {
    expect(thirds(0.5, 3)).toBeCloseTo(1 / 3, 15);
    expect(thirds(Float64Array.of(0.5, 1), 3)).toEqual(Float64Array.of(1 / 3, 1));
    expect(slope((x) => thirds(x, 3), 0.5)).toBe(0);
    expect(slope((x) => thirds(x, 3), 1)).toBe(0);
    expect(slope((x) => mul(x, thirds(x, 3)), 1)).toBe(1);
  });
});
