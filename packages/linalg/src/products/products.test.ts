import { type Value, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector, relativeError, sizes } from "../../test-support/matrices.ts";
import { naiveProduct } from "../../test-support/oracles.ts";
import { dot, matmul, outer, transpose } from "../index.ts";

const A = randomMatrix(2, 3);
const x = randomVector(2);
/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    [
      "inner sizes",
      () => matmul(A, A),
      "matmul: expected a matrix, and a matrix or vector with as many rows as it has columns, got a 2×3 matrix and a 2×3 matrix; transpose",
    ],
    ["matrix·vector", () => matmul(A, x), "got a 2×3 matrix and a vector of 2"],
    ["vector·matrix", () => matmul(wrong(x), A), "got a vector of 2 and a 2×3 matrix"],
    ["a scalar", () => matmul(wrong(2), A), "got a scalar and a 2×3 matrix"],
    ["outer of a matrix", () => outer(wrong(A), x), "outer: expected a vector, got a 2×3 matrix"],
    [
      "dot of two lengths",
      () => dot(x, randomVector(3)),
      "dot: expected two vectors of one length, got a vector of 2 and a vector of 3",
    ],
    ["dot of a matrix", () => dot(wrong(A), x), "dot: expected a vector, got a 2×3 matrix"],
    [
      "transpose of a vector",
      () => transpose(wrong(x)),
      "transpose: expected a matrix, got a vector of 2",
    ],
    [
      "lists",
      () => matmul(wrong([[1]]), A),
      "matmul: expected a number, Float64Array, Matrix or element, got an array of 1",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test("what is no value at all", () => {
    expect(() => matmul(A, wrong(undefined))).toThrow(OperatorError);
  });
});

describe("matmul", () => {
  test.each(sizes)("is the sum of products, inner size %i", (k) => {
    for (const [m, n] of [
      [0, 3],
      [1, 1],
      [2, 5],
      [5, 2],
      [7, 7],
      [66, 3],
    ] as const) {
      const [A, B] = [randomMatrix(m, k), randomMatrix(k, n, 3)];
      const C = matmul(A, B);
      expect(C.shape).toEqual([m, n]);
      expect(relativeError(C.data, naiveProduct(A, B).data)).toBeLessThan(1e-14);
    }
  });

  test("of a vector is a vector", () => {
    const A = randomMatrix(5, 67);
    const v = randomVector(67);
    const expected = naiveProduct(A, new Matrix(67, 1, v)).data;
    expect(relativeError(matmul(A, v), expected)).toBeLessThan(1e-14);
    expect(matmul(new Matrix(2, 0), new Float64Array(0))).toEqual(new Float64Array(2));
  });

  test("lets NaN and ∞ travel on, and leaves its operands alone", () => {
    const B = Matrix.fromRows([[0, Infinity]]);
    expect(matmul(Matrix.fromRows([[0]]), B).data).toEqual(Float64Array.of(0, NaN));
    expect(B.data).toEqual(Float64Array.of(0, Infinity));
  });
});

test.each(sizes)("(A·B)ᵀ = Bᵀ·Aᵀ, size %i", (n) => {
  const [A, B] = [randomMatrix(3, n), randomMatrix(n, 5)];
  const reversed = matmul(transpose(B), transpose(A));
  expect(relativeError(transpose(matmul(A, B)).data, reversed.data)).toBeLessThan(1e-14);
  expect(transpose(transpose(A)).toString()).toBe(A.toString());
});

test("transpose exchanges rows and columns", () => {
  const T = transpose(
    Matrix.fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  );
  expect(T.toJSON()).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});

test("outer multiplies each by each, dot each by its own", () => {
  const [x, y] = [Float64Array.of(1, 2, -3), Float64Array.of(3, 4, 0.5)];
  expect(outer(x, y.subarray(0, 2)).toJSON()).toEqual([
    [3, 4],
    [6, 8],
    [-9, -12],
  ]);
  expect(dot(x, y)).toBe(9.5);
  expect(dot(new Float64Array(0), new Float64Array(0))).toBe(0);
  expect(outer(new Float64Array(0), x).shape).toEqual([0, 3]);
});
