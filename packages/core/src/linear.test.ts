import { describe, expect, test } from "vitest";
import { pushed } from "../test-support/push.ts";
import { OperatorError, ShapeError, entriesOf, linear, type Linear } from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const vector = Float64Array.of(1, -2, 3);
const reversed: Linear = linear("reversed", {
  value: (x) => entriesOf(x).toReversed(),
  shape: (shape) => {
    if (shape.length === 1) return shape;
    throw new ShapeError("reversed: expected a vector, got another shape; pass a vector");
  },
  adjoint: (bar) => reversed(bar),
});

describe("linear", () => {
  test("asks shape before value, and refuses what is no value", () => {
    expect(() => reversed(2)).toThrow("reversed: expected a vector");
    expect(() => reversed(wrong(undefined))).toThrow(OperatorError);
    expect(() => reversed(wrong([1, 2]))).toThrow(ShapeError);
  });

  test("is its own tangent", () => {
    expect(reversed(vector)).toEqual(Float64Array.of(3, -2, 1));
    expect(pushed(reversed, [vector], [Float64Array.of(1, 2, 3)])).toEqual(
      Float64Array.of(3, 2, 1),
    );
    expect(reversed.rule.adjoint(vector, vector, vector, undefined)).toEqual(
      Float64Array.of(3, -2, 1),
    );
  });

  test("says how its entries depend", () => {
    expect(reversed.rule.dependence).toBe("dense");
  });
});
