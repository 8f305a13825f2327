import { type Vector, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector, sizes } from "../../test-support/matrices.ts";
import { hstack, submatrix, transpose, vstack } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Vector => operand as Vector;
const A = randomMatrix(2, 3);

describe("wrong operands", () => {
  test.each([
    [
      "heights",
      () => hstack(A, new Matrix(2, 1), new Matrix(3, 3)),
      "hstack: expected matrices with as many rows, or vectors (one column each), got a 3×3 matrix as part 2 beside a 2×3 matrix as part 0; parts are counted from 0",
    ],
    ["a long vector", () => hstack(A, randomVector(3)), "got a vector of 3 as part 1 beside a 2×3"],
    ["a scalar", () => hstack(wrong(1)), "got a scalar as part 0; parts"],
    ["a scalar after others", () => hstack(A, wrong(2)), "got a scalar as part 1 beside a 2×3"],
    [
      "widths",
      () => vstack(A, new Matrix(3, 2)),
      "vstack: expected matrices with as many columns, or vectors (one row each), got a 3×2 matrix as part 1 beside a 2×3 matrix as part 0; parts",
    ],
    ["a short vector", () => vstack(A, randomVector(2)), "got a vector of 2 as part 1"],
    ["a scalar on top", () => vstack(wrong(1), A), "got a scalar as part 0; parts"],
    ["a list", () => hstack(wrong([A])), "hstack: expected a number, Float64Array, Matrix"],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each([hstack, vstack])("what is no value at all", (join) => {
    expect(() => join(A, wrong(undefined))).toThrow(OperatorError);
  });
});

test("beside each other and on top of each other", () => {
  const B = Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]);
  const x = Float64Array.of(5, 6);
  expect(hstack(B, x, B).toJSON()).toEqual([
    [1, 2, 5, 1, 2],
    [3, 4, 6, 3, 4],
  ]);
  expect(vstack(x, B).toJSON()).toEqual([
    [5, 6],
    [1, 2],
    [3, 4],
  ]);
  expect(hstack(x, x)).toEqual(transpose(vstack(x, x)));
});

test.each(sizes)("submatrix takes apart what was joined, size %i", (n) => {
  const [B, C] = [randomMatrix(3, n), randomMatrix(3, 4)];
  const wide = hstack(B, C);
  expect(submatrix(wide, undefined, [0, n])).toEqual(B);
  expect(submatrix(wide, undefined, [n, n + 4])).toEqual(C);
  expect(transpose(vstack(transpose(B), transpose(C)))).toEqual(wide);
});

test("nothing, and parts without entries", () => {
  expect([hstack().shape, vstack().shape]).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(hstack(new Matrix(2, 0), A).data).toEqual(A.data);
  expect(vstack(new Matrix(0, 3), A).data).toEqual(A.data);
  expect(hstack(new Matrix(0, 2), new Matrix(0, 3), new Float64Array(0)).shape).toEqual([0, 6]);
  expect(vstack(new Matrix(2, 0), new Float64Array(0)).shape).toEqual([3, 0]);
});

test("the result is a copy, also of one part", () => {
  const B = randomMatrix(2, 3);
  hstack(B).data.fill(0);
  vstack(B).data.fill(0);
  expect(B).toEqual(A);
});
