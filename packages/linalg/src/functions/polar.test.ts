import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { graded, hilbert, randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { plainRule } from "../../test-support/rules.ts";
import {
  eigvalsh,
  identity,
  matmul,
  norm,
  polar,
  qr,
  sqrtm,
  transpose,
  transposedTimes,
} from "../index.ts";

describe("wrong operands", () => {
  test("wide", () => {
    expect(() => polar(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => polar(new Matrix(2, 3))).toThrow(
      "polar: expected at least as many rows as columns, got a 2×3 matrix",
    );
  });

  test("no matrix", () => {
    // @ts-expect-error: a vector is no matrix
    expect(() => polar(Float64Array.of(1))).toThrow("polar: expected a matrix, got a vector of 1");
  });

  test("NaN", () => {
    expect(() => polar(new Matrix(1, 1, Float64Array.of(NaN)))).toThrow(DomainError);
    expect(() => polar(new Matrix(1, 1, Float64Array.of(NaN)))).toThrow(
      "polar: expected a matrix of finite numbers, got NaN in row 0, column 0",
    );
  });

  test("the derivative at a deficient matrix", () => {
    const { value, tangent, adjoint } = plainRule(polar.rule, undefined);
    const A = Matrix.fromRows([
      [1, 0],
      [0, 0],
    ]);
    expect(() => tangent([A], [A])).toThrow(SingularMatrixError);
    expect(() => adjoint?.([A], value([A]))).toThrow(
      "polar: expected a matrix of full rank to differentiate, got a factor, a 2×2 matrix, with eigenvalues from 0.0 to 1.0",
    );
  });
});

const deficient = matmul(randomMatrix(9, 2), randomMatrix(2, 5));

test.each([
  ...[0, 1, 2, 3, 7, 64].map((n) => randomMatrix(n, n)),
  randomMatrix(3, 0),
  randomMatrix(9, 4),
  randomMatrix(67, 20),
  hilbert(10),
  graded(8, 8, 1e-150, "both"),
  deficient,
  new Matrix(4, 3),
  new Matrix(
    5,
    5,
    randomMatrix(5, 5).data.map((x) => x * 1e150),
  ),
  new Matrix(
    5,
    5,
    randomMatrix(5, 5).data.map((x) => x * 1e-150),
  ),
])("A = U·P, %#", (A) => {
  const before = A.data.slice();
  const { U, P } = polar(A);
  const bound = 20 * Math.max(A.rows, 1) * Number.EPSILON;
  expect(relativeError(matmul(U, P).data, A.data)).toBeLessThanOrEqual(bound);
  expect(relativeError(transposedTimes(U, U).data, identity(A.cols).data)).toBeLessThanOrEqual(
    bound,
  );
  expect(transpose(P)).toEqual(P);
  const eigenvalues = eigvalsh(P);
  expect(eigenvalues[0] ?? 0).toBeGreaterThanOrEqual(-bound * (eigenvalues.at(-1) ?? 0));
  expect(A.data).toEqual(before);
});

test("U is orthonormal where A is, and P the root of AᵀA", () => {
  const { Q } = qr(randomMatrix(6, 4));
  expect(relativeError(polar(Q).U.data, Q.data)).toBeLessThan(1e-14);
  expect(relativeError(polar(Q).P.data, identity(4).data)).toBeLessThan(1e-14);
  const A = randomMatrix(6, 4);
  expect(relativeError(polar(A).P.data, sqrtm(transposedTimes(A, A)).data)).toBeLessThan(1e-12);
});

test("no matrix with orthonormal columns is nearer than U", () => {
  const A = randomMatrix(5, 3);
  const distance = (Q: Matrix): number =>
    norm(
      new Matrix(
        5,
        3,
        A.data.map((entry, k) => entry - Q.data[k]!),
      ),
    );
  const nearest = distance(polar(A).U);
  for (let seed = 1; seed < 20; seed++) {
    expect(distance(qr(randomMatrix(5, 3, seed)).Q)).toBeGreaterThan(nearest);
  }
});
