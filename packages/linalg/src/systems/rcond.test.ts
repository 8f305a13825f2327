import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { expect, test } from "vitest";
import { hilbert, randomMatrix, randomVector, sizes } from "../../test-support/matrices.ts";
import {
  diagonalMatrix,
  identity,
  inv,
  lu,
  rcond,
  solve,
  solvePositiveDefinite,
} from "../index.ts";

test("wrong operands", () => {
  expect(() => rcond(randomMatrix(2, 3))).toThrow(ShapeError);
  expect(() => rcond(randomMatrix(2, 3))).toThrow("rcond: expected a square matrix, got a 2×3");
  expect(() => rcond(Matrix.fromRows([[Infinity]]))).toThrow(DomainError);
  expect(() => rcond(Matrix.fromRows([[Infinity]]))).toThrow("rcond: expected a matrix of finite");
});

test("known ones", () => {
  expect(rcond(new Matrix(0, 0))).toBe(1);
  expect(rcond(identity(5))).toBe(1);
  expect(rcond(new Matrix(3, 3))).toBe(0);
  expect(rcond(diagonalMatrix(Float64Array.of(1, 1e-20, 1)))).toBeCloseTo(1e-20, 30);
  expect(rcond(diagonalMatrix(Float64Array.of(1e-310, 1e-310)))).toBeCloseTo(1, 14);
});

const norm1 = ({ rows, cols, data }: Matrix): number =>
  Math.max(
    0,
    ...Array.from({ length: cols }, (_, j) =>
      Array.from({ length: rows }, (_, i) => Math.abs(data[i * cols + j]!)).reduce((s, x) => s + x),
    ),
  );

test.each([...sizes.filter((n) => n > 0).map((n) => randomMatrix(n, n)), hilbert(8)])(
  "lies between the true number and three times that, %#",
  (A) => {
    const exact = 1 / (norm1(A) * norm1(inv(A)));
    expect(rcond(A)).toBeGreaterThanOrEqual(exact * (1 - 1e-5));
    expect(rcond(A)).toBeLessThanOrEqual(3 * exact);
    expect(lu(A).rcond).toBe(rcond(A));
  },
);

const caught = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return error;
  }
};

test.each([
  ["solve", (A: Matrix) => solve(A, randomVector(A.rows))],
  ["inv", inv],
  ["lu(A).solve", (A: Matrix) => lu(A).solve(randomVector(A.rows))],
  ["solvePositiveDefinite", (A: Matrix) => solvePositiveDefinite(A, randomVector(A.rows))],
])("%s says it when it refuses a matrix", (_, call) => {
  const A = diagonalMatrix(Float64Array.of(1, 1e-20, 1));
  const error = caught(() => call(A));
  expect(error).toBeInstanceOf(SingularMatrixError);
  expect(error).toHaveProperty("rcond", expect.closeTo(rcond(A), 30));
});
