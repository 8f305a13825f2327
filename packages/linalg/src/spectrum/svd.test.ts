import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { plainRule } from "../../test-support/rules.ts";
import {
  det,
  diagonalMatrix,
  eigvalsh,
  identity,
  matmul,
  singularValues,
  svd,
  timesTransposed,
  transposedTimes,
} from "../index.ts";

describe.each([
  ["svd", svd],
  ["singularValues", singularValues],
] as const)("wrong operands of %s", (name, f) => {
  test("no matrix", () => {
    // @ts-expect-error: a vector is no matrix
    expect(() => f(Float64Array.of(1, 2))).toThrow(`${name}: expected a matrix, got a vector of 2`);
    // @ts-expect-error: a list of rows is no matrix
    expect(() => f([[1]])).toThrow(ShapeError);
  });

  test.each([NaN, Infinity, -Infinity])("%d", (wrong) => {
    const A = Matrix.fromRows([
      [1, 0],
      [wrong, 1],
    ]);
    expect(() => f(A)).toThrow(DomainError);
    expect(() => f(A)).toThrow(
      `${name}: expected a matrix of finite numbers, got ${wrong} in row 1, column 0`,
    );
  });

  test("values beyond the range", () => {
    const A = Matrix.fromRows([[1e308, 1.5e308]]);
    expect(() => f(A)).toThrow(DomainError);
    expect(() => f(A)).toThrow(
      `${name}: expected singular values in the range of float64, got entries up to 1.5e+308`,
    );
  });

  const derivativeAt = (A: Matrix) => () => plainRule(f.rule, undefined).tangent([A], [A]);
  const adjointAt = (A: Matrix) => () => {
    const { value, adjoint } = plainRule(f.rule, undefined);
    return adjoint?.([A], value([A]));
  };

  test("the derivative where values meet", () => {
    const A = Matrix.fromRows([
      [0, 2, 0],
      [3, 0, 0],
      [0, 0, -2],
    ]);
    for (const derivative of [derivativeAt(A), adjointAt(A)]) {
      expect(derivative).toThrow(DomainError);
      expect(derivative).toThrow(
        `${name}: expected distinct singular values other than 0 to differentiate, got singular values 2 and 2 (nos. 1 and 2)`,
      );
    }
  });

  test("the derivative where one vanishes", () => {
    const A = Matrix.fromRows([
      [3, 0],
      [0, 0],
      [4, 0],
    ]);
    expect(derivativeAt(A)).toThrow("got singular value 0 (no. 1); where they meet or vanish");
    expect(adjointAt(new Matrix(2, 2))).toThrow("got singular value 0 (no. 0)");
  });
});

test.each([
  [0, 0],
  [0, 4],
  [4, 0],
  [1, 1],
  [7, 7],
  [9, 4],
  [4, 9],
  [64, 64],
])("A = U·diag(s)·Vᵀ with thin factors, %i×%i", (m, n) => {
  const A = randomMatrix(m, n);
  const { U, s, V } = svd(A);
  const k = Math.min(m, n);
  expect([U.rows, U.cols, s.length, V.rows, V.cols]).toEqual([m, k, k, n, k]);
  expect(relativeError(timesTransposed(matmul(U, diagonalMatrix(s)), V).data, A.data)).toBeLessThan(
    1e-13,
  );
  expect(relativeError(transposedTimes(U, U).data, identity(k).data)).toBeLessThan(1e-13);
  expect(relativeError(singularValues(A), s)).toBeLessThan(1e-14);
});

test.each([1, 2, 3, 7])(
  "values are roots of the eigenvalues of AᵀA, and their product |det A|, size %i",
  (n) => {
    const A = randomMatrix(n, n);
    const s = singularValues(A);
    const squares = eigvalsh(transposedTimes(A, A)).toReversed();
    expect(
      relativeError(
        s.map((value) => value * value),
        squares,
      ),
    ).toBeLessThan(1e-14);
    expect(s.reduce((product, value) => product * value, 1)).toBeCloseTo(Math.abs(det(A)), 12);
  },
);

test("a column alone, and what belongs to a value of 0", () => {
  const { U, s, V } = svd(Matrix.fromRows([[-3], [4]]));
  expect(s).toEqual(Float64Array.of(5));
  expect(relativeError(U.data, [-0.6, 0.8])).toBeLessThan(1e-15);
  expect(V.data).toEqual(Float64Array.of(1));
  expect(svd(new Matrix(3, 2)).U.data).toEqual(Float64Array.of(1, 0, 0, 1, 0, 0));
});
