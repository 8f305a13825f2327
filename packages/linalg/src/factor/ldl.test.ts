import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  randomMatrix,
  relativeError,
  sizes,
} from "../../test-support/matrices.ts";
import { derivativeAlong, entries, plainRule } from "../../test-support/rules.ts";
import {
  type LDL,
  cholesky,
  diagonalMatrix,
  identity,
  ldl,
  matmul,
  symmetricPart,
  timesTransposed,
} from "../index.ts";

const scaled = (A: Matrix, unit: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * unit),
  );
const random = (n: number, seed = n): Matrix => symmetricPart(randomMatrix(n, n, seed));
const permuted = (A: Matrix, { permutation }: LDL<Matrix>): number[] =>
  Array.from(permutation).flatMap((i) => Array.from(permutation, (j) => A.at(i, j)));
const product = ({ L, D }: LDL<Matrix>): Matrix => timesTransposed(matmul(L, D), L);

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => ldl(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => ldl(new Matrix(2, 3))).toThrow("ldl: expected a square matrix, got a 2×3 matrix");
  });

  test("NaN", () => {
    const A = Matrix.fromRows([
      [1, 0],
      [NaN, 1],
    ]);
    expect(() => ldl(A)).toThrow(DomainError);
    expect(() => ldl(A)).toThrow("ldl: expected a matrix of finite numbers, got NaN in row 1");
  });

  test("factors that leave the range", () => {
    const A = Matrix.fromRows([
      [1e308, 1e308],
      [1e308, -1e308],
    ]);
    expect(() => ldl(A)).toThrow(DomainError);
    expect(() => ldl(A)).toThrow(
      "ldl: expected a matrix whose factors are in the range of float64, got a 2×2 matrix of entries up to 1.0e+308; scale it down first",
    );
  });

  test("the derivative at a matrix of rank n − 2", () => {
    const A = diagonalMatrix(Float64Array.of(2, 0, 0));
    const push = () => plainRule(ldl.rule, undefined).tangent([A], [identity(3)]);
    expect(push).toThrow(SingularMatrixError);
    expect(push).toThrow(
      "ldl: expected a matrix of rank 2 or more to differentiate, got a 3×3 matrix whose pivot 1 is 0 (rcond 0)",
    );
  });
});

/** Zeros on the diagonal: no 1×1 pivot at the start. */
const hollow = (n: number): Matrix => {
  const A = random(n);
  for (let i = 0; i < n; i++) A.data[i * (n + 1)] = 0;
  return A;
};

/** 1, −1, 1, … in the middle of a random congruence, of rank r. */
const ofRank = (n: number, r: number): Matrix => {
  const B = randomMatrix(n, r);
  const signs = Float64Array.from({ length: r }, (_, i) => (-1) ** i);
  return symmetricPart(timesTransposed(matmul(B, diagonalMatrix(signs)), B));
};

test.each([
  ...sizes.map((n) => random(n)),
  random(64),
  hollow(2),
  hollow(3),
  hollow(30),
  hilbert(12),
  ofRank(20, 7),
  symmetricPart(graded(20, 20, 1e-150, "both")),
  scaled(hollow(9), 1e150),
  scaled(hollow(9), 1e-150),
  scaled(hollow(9), 1e307),
  scaled(hollow(9), 1e-307),
  Matrix.fromRows([
    [1e-20, 1],
    [1, 0],
  ]),
  new Matrix(3, 3),
])("P·A·Pᵀ = L·D·Lᵀ, %#", (A) => {
  const n = A.rows;
  const before = A.data.slice();
  const factors = ldl(A);
  const { L, D, permutation } = factors;
  expect(relativeError(product(factors).data, permuted(A, factors))).toBeLessThanOrEqual(
    10 * Math.max(n, 1) * Number.EPSILON,
  );
  expect(Array.from(permutation).toSorted((a, b) => a - b)).toEqual([...permutation.keys()]);
  for (let i = 0; i < n; i++) {
    expect(L.at(i, i)).toBe(1);
    for (let j = 0; j < i; j++) {
      expect(Math.abs(L.at(i, j))).toBeLessThan(2.8);
      expect(L.at(j, i)).toBe(0);
      expect(D.at(i, j)).toBe(D.at(j, i));
      if (j < i - 1) expect(D.at(i, j)).toBe(0);
      else if (D.at(i, j) !== 0) {
        expect(L.at(i, j)).toBe(0);
        // A block of two has a negative determinant, and does not touch another.
        expect((D.at(i, i) / D.at(i, j)) * (D.at(j, j) / D.at(i, j))).toBeLessThan(1);
        if (j > 0) expect(D.at(j, j - 1)).toBe(0);
      }
    }
  }
  expect(A.data).toEqual(before);
});

test("elimination that overflows on the way is done in another unit", () => {
  const rows = [
    [1, 0.9, 1],
    [0.9, -0.5, -0.6],
    [1, -0.6, -1],
  ];
  const expected = ldl(Matrix.fromRows(rows)).D.data.map((entry) => entry * 1e308);
  const { D } = ldl(scaled(Matrix.fromRows(rows), 1e308));
  const [got, wanted] = [D.data, expected].map((data) => data.map((entry) => entry / 1e308));
  expect(relativeError(got ?? [], wanted ?? [0])).toBeLessThan(1e-14);
});

/** How many eigenvalues of D are negative: a block of two has one of each sign. */
const negative = (D: Matrix): number => {
  let count = 0;
  for (let i = 0; i < D.rows; i++) {
    const paired = i + 1 < D.rows && D.at(i + 1, i) !== 0;
    if (paired || D.at(i, i) < 0) count++;
    if (paired) i++;
  }
  return count;
};

test.each([
  [1, 0],
  [7, 3],
  [20, 9],
  [20, 20],
])("the inertia of D is that of A (Sylvester), size %i, %i negative", (n, count) => {
  const B = randomMatrix(n, n);
  const signs = Float64Array.from({ length: n }, (_, i) => (i < count ? -1 : 1));
  expect(negative(ldl(timesTransposed(matmul(B, diagonalMatrix(signs)), B)).D)).toBe(count);
});

test("of a positive definite matrix it is its Cholesky factorization in another order", () => {
  const B = randomMatrix(6, 8);
  const factors = ldl(timesTransposed(B, B));
  const S = new Matrix(6, 6, Float64Array.from(permuted(timesTransposed(B, B), factors)));
  const roots = Float64Array.from({ length: 6 }, (_, i) => Math.sqrt(factors.D.at(i, i)));
  expect(
    relativeError(matmul(factors.L, diagonalMatrix(roots)).data, cholesky(S).data),
  ).toBeLessThan(1e-13);
});

test.each([7, 20])("its derivative is the limit of differences, size %i", (n) => {
  for (const A of [random(n), hollow(n)]) {
    const { value, tangent } = plainRule(ldl.rule, undefined);
    const direction = scaled(randomMatrix(n, n, 5), 1e-2);
    const exact = entries(tangent([A], [direction]));
    expect(relativeError(derivativeAlong(value, [A], [direction]), exact)).toBeLessThan(1e-8);
  }
});
