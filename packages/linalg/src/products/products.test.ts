import { type Value, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector, relativeError, sizes } from "../../test-support/matrices.ts";
import { naiveProduct } from "../../test-support/oracles.ts";
import { identity, matmul, timesTransposed, transpose, transposedTimes } from "../index.ts";

const A = randomMatrix(2, 3);
const x = randomVector(2);
/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    [
      "inner sizes",
      () => matmul(A, A),
      "matmul: expected a matrix, and a matrix or vector with as many rows as it has columns, got a 2×3 matrix and a 2×3 matrix; use timesTransposed for A·Bᵀ, transposedTimes for Aᵀ·B and xᵀ·A",
    ],
    ["matrix·vector", () => matmul(A, x), "got a 2×3 matrix and a vector of 2"],
    ["vector·matrix", () => matmul(wrong(x), A), "got a vector of 2 and a 2×3 matrix"],
    ["a scalar", () => matmul(wrong(2), A), "got a scalar and a 2×3 matrix"],
    [
      "A·Bᵀ of other widths",
      () => timesTransposed(A, transpose(A)),
      "timesTransposed: expected two matrices with as many columns, or two vectors, got a 2×3 matrix and a 3×2 matrix; for A·B use matmul",
    ],
    [
      "A·Bᵀ of a matrix and a vector",
      () => timesTransposed(wrong(new Matrix(2, 1)), x),
      "timesTransposed: expected two matrices with as many columns, or two vectors, got a 2×1 matrix and a vector of 2",
    ],
    ["A·Bᵀ of scalars", () => timesTransposed(wrong(1), wrong(2)), "got a scalar and a scalar"],
    [
      "Aᵀ·B of other heights",
      () => transposedTimes(A, transpose(A)),
      "transposedTimes: expected a matrix, and a matrix or vector with as many rows, got a 2×3 matrix and a 3×2 matrix; for A·B use matmul",
    ],
    ["Aᵀ·x", () => transposedTimes(A, randomVector(3)), "got a 2×3 matrix and a vector of 3"],
    ["xᵀ·A", () => transposedTimes(wrong(x), A), "got a vector of 2 and a 2×3 matrix"],
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

const shapes = [
  [0, 3],
  [1, 1],
  [2, 5],
  [5, 2],
  [7, 7],
  [66, 3],
] as const;

describe.each(sizes)("A·Bᵀ and Aᵀ·B are matmul with a transposed operand, inner size %i", (k) => {
  test.each(shapes)("%i×%i", (m, n) => {
    const [A, B] = [randomMatrix(m, k), randomMatrix(k, n, 3)];
    const C = naiveProduct(A, B);
    const right = timesTransposed(A, transpose(B));
    const left = transposedTimes(transpose(A), B);
    expect([right.shape, left.shape]).toEqual([C.shape, C.shape]);
    expect(relativeError(right.data, C.data)).toBeLessThan(1e-14);
    expect(relativeError(left.data, C.data)).toBeLessThan(1e-14);
    const x = randomVector(k);
    const y = transposedTimes(randomMatrix(k, m), x);
    expect(relativeError(y, matmul(transpose(randomMatrix(k, m)), x))).toBeLessThan(1e-14);
    expect(y).toHaveLength(m);
  });
});

test("A·Aᵀ and Aᵀ·A are symmetric", () => {
  const A = randomMatrix(9, 6);
  const [G, H] = [timesTransposed(A, A), transposedTimes(A, A)];
  expect(relativeError(transpose(G).data, G.data)).toBeLessThan(1e-15);
  expect(relativeError(transpose(H).data, H.data)).toBeLessThan(1e-15);
});

test("products with I, and of one vector with another", () => {
  const A = randomMatrix(3, 5);
  expect(timesTransposed(A, identity(5)).data).toEqual(A.data);
  expect(transposedTimes(identity(3), A).data).toEqual(A.data);
  const [x, y] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
  expect(timesTransposed(x, y).toJSON()).toEqual([
    [3, 4],
    [6, 8],
  ]);
});

test("the operands stay as they were", () => {
  const [A, B] = [randomMatrix(4, 4), randomMatrix(4, 4, 9)];
  matmul(A, B);
  timesTransposed(A, B);
  transposedTimes(A, B);
  expect(A.data).toEqual(randomMatrix(4, 4).data);
  expect(B.data).toEqual(randomMatrix(4, 4, 9).data);
});
