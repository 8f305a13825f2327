import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { hilbert, randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import { laplace } from "../../test-support/oracles.ts";
import { type LU, identity, lu, matmul } from "../index.ts";

const permuted = (A: Matrix, { permutation }: LU<Matrix>): number[] =>
  Array.from(permutation).flatMap((i) => Array.from(A.data.subarray(i * A.cols, (i + 1) * A.cols)));

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => lu(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => lu(new Matrix(2, 3))).toThrow("lu: expected a square matrix, got a 2×3 matrix");
  });

  test("NaN", () => {
    const A = Matrix.fromRows([
      [1, NaN],
      [0, 1],
    ]);
    expect(() => lu(A)).toThrow(DomainError);
    expect(() => lu(A)).toThrow(
      "lu: expected a matrix of finite numbers, got NaN in row 0, column 1",
    );
  });

  test("the derivative at a singular matrix", () => {
    const A = Matrix.fromRows([
      [2, 4],
      [1, 2],
    ]);
    const outputs = lu.rule.apply([A], undefined);
    const push = () => lu.rule.pushforward([identity(2)], [A], outputs, undefined);
    expect(push).toThrow(SingularMatrixError);
    expect(push).toThrow(
      "lu: expected an invertible matrix to differentiate, got a 2×2 matrix whose pivot 1 is 0",
    );
  });
});

test.each([...sizes.map((n) => randomMatrix(n, n)), hilbert(12), new Matrix(3, 3)])(
  "P·A = L·U, %#",
  (A) => {
    const factors = lu(A);
    const { L, U, permutation } = factors;
    expect(relativeError(matmul(L, U).data, permuted(A, factors))).toBeLessThan(1e-14);
    expect(Array.from(permutation).toSorted((a, b) => a - b)).toEqual([...permutation.keys()]);
    for (let i = 0; i < A.rows; i++) {
      expect(L.at(i, i)).toBe(1);
      for (let j = 0; j < A.rows; j++) {
        expect(i < j ? L.at(i, j) : i > j ? U.at(i, j) : 0).toBe(0);
        expect(Math.abs(L.at(i, j))).toBeLessThanOrEqual(1);
      }
    }
  },
);

test.each([1, 2, 3, 4, 5, 6])("sign is det P, size %i", (n) => {
  const { permutation, sign } = lu(randomMatrix(n, n));
  const P = Matrix.fromRows(Array.from(permutation, (j) => identity(n).toJSON()[j] ?? []));
  expect(sign).toBe(laplace(P));
});
