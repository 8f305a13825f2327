import { DomainError, Matrix, ShapeError, SingularMatrixError, sqrt } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { hilbert, randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import {
  identity,
  matmul,
  spectralFunction,
  sqrtm,
  symmetricPart,
  timesTransposed,
  transpose,
} from "../index.ts";

const diagonal = (...entries: readonly number[]): Matrix =>
  Matrix.fromRows(entries.map((x, i) => entries.map((_, j) => (i === j ? x : 0))));
const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((x) => factor * x),
  );
const push = (A: Matrix, dA: Matrix): Matrix =>
  // Plain matrices give a plain matrix.
  sqrtm.rule.pushforward([dA], [A], [sqrtm(A)], undefined)[0] as Matrix;

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => sqrtm(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => sqrtm(new Matrix(2, 3))).toThrow(
      "sqrtm: expected a square matrix, got a 2×3 matrix",
    );
  });

  test("NaN", () => {
    expect(() => sqrtm(diagonal(1, NaN))).toThrow(DomainError);
    expect(() => sqrtm(diagonal(1, NaN))).toThrow("sqrtm: expected a matrix of finite numbers");
  });

  test("indefinite", () => {
    expect(() => sqrtm(diagonal(4, -1e-3))).toThrow(DomainError);
    expect(() => sqrtm(diagonal(4, -1e-3))).toThrow(
      "sqrtm: expected a matrix whose symmetric part is positive semidefinite, got a 2×2 matrix with eigenvalues from -0.00100 to 4.00; its square root is not real",
    );
    expect(() => sqrtm(diagonal(-1))).toThrow(DomainError);
  });

  test.each([diagonal(4, 0), diagonal(1, 1e-17), new Matrix(2, 2)])(
    "the derivative at a singular matrix, %#",
    (A) => {
      expect(() => push(A, identity(2))).toThrow(SingularMatrixError);
      expect(() => push(A, identity(2))).toThrow(
        "sqrtm: expected a positive definite matrix to differentiate, got a 2×2 matrix with eigenvalues from",
      );
      const pull = () => sqrtm.rule.pullback?.([identity(2)], [A], [sqrtm(A)], undefined);
      expect(pull).toThrow(SingularMatrixError);
    },
  );
});

const gram = (m: number, n: number): Matrix => {
  const B = randomMatrix(m, n);
  return timesTransposed(B, B);
};

test.each([
  ...sizes.map((n) => gram(n, n)),
  gram(7, 2),
  gram(20, 19),
  hilbert(10),
  new Matrix(3, 3),
  diagonal(1e-150, 1, 1e150),
  scaled(gram(7, 7), 1e150),
  scaled(gram(7, 7), 1e-150),
  scaled(identity(5), 3),
])("X² = A, X symmetric and semidefinite, %#", (A) => {
  const X = sqrtm(A);
  expect(X).toEqual(transpose(X));
  const bound = 10 * Math.max(A.rows, 1) * Number.EPSILON;
  expect(relativeError(matmul(X, X).data, A.data)).toBeLessThan(bound);
  expect(relativeError(sqrtm(matmul(X, X)).data, X.data)).toBeLessThan(1e-6);
});

test("rounding below 0 counts as 0", () => {
  expect(sqrtm(diagonal(4, -1e-17))).toEqual(diagonal(2, 0));
  expect(sqrtm(diagonal(-0))).toEqual(diagonal(0));
});

test("only the symmetric part counts", () => {
  const A = Matrix.fromRows([
    [5, 1],
    [3, 5],
  ]);
  const X = sqrtm(A);
  expect(relativeError(matmul(X, X).data, symmetricPart(A).data)).toBeLessThan(1e-15);
});

describe("the derivative", () => {
  test.each([diagonal(4, 9), scaled(identity(3), 4), gram(7, 7), hilbert(3)])(
    "is that of spectralFunction(sqrt), %#",
    (A) => {
      const dA = randomMatrix(A.rows, A.rows);
      const [other] = spectralFunction.rule.apply([A, dA], sqrt);
      // Plain matrices give a plain matrix.
      expect(relativeError(push(A, dA).data, (other as Matrix).data)).toBeLessThan(1e-11);
    },
  );

  test.each([1e-150, 1e150])("near %d", (factor) => {
    const [A, dA] = [diagonal(4, 9, 9), randomMatrix(3, 3)];
    const [near, far] = [push(A, dA), push(scaled(A, factor), scaled(dA, factor))];
    expect(relativeError(scaled(far, 1 / Math.sqrt(factor)).data, near.data)).toBeLessThan(1e-14);
  });
});

test("the matrix is not written into", () => {
  const A = gram(7, 7);
  const copy = A.data.slice();
  sqrtm(A);
  expect(A.data).toEqual(copy);
});
