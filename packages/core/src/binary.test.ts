import { describe, expect, test } from "vitest";
import { lifted, pushed } from "../test-support/push.ts";
import {
  Matrix,
  OperatorError,
  ShapeError,
  binary,
  mul,
  neg,
  reciprocal,
  type Value,
} from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const vector = Float64Array.of(1, -2, 3);
const A = Matrix.fromRows([
  [1, -2],
  [3, 4],
]);

const ratio = binary("ratio", {
  value: (x, y) => x / y,
  partials: [(_x, y) => reciprocal(y), (_x, y, z) => neg(mul(z, reciprocal(y)))],
});

describe("binary", () => {
  test.each([
    [undefined, 1],
    [1, undefined],
    [lifted(1), undefined],
    [undefined, lifted(1)],
    [vector, undefined],
    [Promise.resolve(1), vector],
  ])("refuses (%s, %s)", (x, y) => {
    expect(() => ratio(wrong(x), wrong(y))).toThrow(OperatorError);
    expect(() => ratio(wrong(x), wrong(y))).toThrow(
      /^ratio: expected a number, Float64Array, Matrix or element, got (undefined|an object \(Promise\)); /,
    );
  });

  test.each<[string, Value, Value, string]>([
    ["vectors", vector, Float64Array.of(1, 2), "a vector of 3 and a vector of 2"],
    ["a vector and a matrix", vector, A, "a vector of 3 and a 2×2 matrix"],
    ["matrices", A, new Matrix(2, 3), "a 2×2 matrix and a 2×3 matrix"],
    ["a transposed matrix", new Matrix(1, 4), new Matrix(4, 1), "a 1×4 matrix and a 4×1 matrix"],
    ["a vector and a column", vector, new Matrix(3, 1), "a vector of 3 and a 3×1 matrix"],
    ["an empty vector", vector, new Float64Array(0), "a vector of 3 and a vector of 0"],
  ])("shows both shapes of %s that differ", (_case, x, y, shapes) => {
    expect(() => ratio(x, y)).toThrow(ShapeError);
    expect(() => ratio(x, y)).toThrow(
      `ratio: expected operands of one shape, got ${shapes}; only a scalar meets an array entry by entry`,
    );
  });

  test("a scalar meets every entry, on either side", () => {
    expect(ratio(6, 3)).toBe(2);
    expect(ratio(6, vector)).toEqual(Float64Array.of(6, -3, 2));
    expect(ratio(vector, 2)).toEqual(Float64Array.of(0.5, -1, 1.5));
    expect(ratio(A, A).toJSON()).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(ratio(12, A).toJSON()).toEqual([
      [12, -6],
      [4, 3],
    ]);
  });

  test("differentiates in each operand", () => {
    expect(pushed(ratio, [6, 3], [1, 0])).toBeCloseTo(1 / 3, 15);
    expect(pushed(ratio, [6, 3], [0, 1])).toBeCloseTo(-2 / 3, 15);
    expect(pushed(ratio, [6, 3], [1, 1])).toBeCloseTo(-1 / 3, 15);
  });

  test("a constant operand adds nothing to the tangent", () => {
    expect(ratio.rule.tangent(undefined, undefined, 6, 3, 2, undefined)).toBe(0);
    expect(ratio.rule.tangent(3, undefined, 6, 3, 2, undefined)).toBe(1);
    expect(ratio.rule.tangent(undefined, 3, 6, 3, 2, undefined)).toBe(-2);
  });
});
