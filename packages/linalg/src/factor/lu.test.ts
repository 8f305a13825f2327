import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  randomMatrix,
  randomVector,
  relativeError,
  sizes,
  vandermonde,
} from "../../test-support/matrices.ts";
import { laplace } from "../../test-support/oracles.ts";
import { plainRule } from "../../test-support/rules.ts";
import { type LU, identity, inv, lu, matmul, rcond, solve } from "../index.ts";

const permuted = (A: Matrix, { permutation }: LU<Matrix>): number[] =>
  Array.from(permutation).flatMap((i) => Array.from(A.data.subarray(i * A.cols, (i + 1) * A.cols)));

const tangents = (A: Matrix, dA: Matrix) =>
  // Of plain matrices they are plain matrices.
  plainRule(lu.rule, undefined).tangent([A], [dA]).slice(0, 2) as Matrix[];

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

  test("the derivative at a matrix of rank n − 2", () => {
    const A = Matrix.fromRows([
      [2, 4, 1],
      [1, 2, 3],
      [1, 2, 5],
    ]);
    const push = () => tangents(A, identity(3));
    expect(push).toThrow(SingularMatrixError);
    expect(push).toThrow(
      "lu: expected a matrix of rank 2 or more to differentiate, got a 3×3 matrix whose pivot 1 is 0 (rcond 0)",
    );
  });

  test("a right-hand side that does not fit", () => {
    expect(() => lu(identity(3)).solve(Float64Array.of(1, 2))).toThrow(ShapeError);
    expect(() => lu(new Matrix(2, 2)).solve(Float64Array.of(1, 2))).toThrow(SingularMatrixError);
  });
});

test("has a derivative where only the last pivot is 0: there U is L⁻¹·P·A", () => {
  const A = Matrix.fromRows([
    [2, 4],
    [1, 2],
  ]);
  const dA = Matrix.fromRows([
    [0.5, -1],
    [2, 0.25],
  ]);
  // l₁₀ = a₁₀/a₀₀, u₁₁ = a₁₁ − l₁₀·a₀₁
  const l = (2 * 2 - 0.5) / 4;
  const [dL, dU] = tangents(A, dA);
  expect(dL?.data).toEqual(Float64Array.of(0, 0, l, 0));
  expect(dU?.data).toEqual(Float64Array.of(0.5, -1, 0, 0.25 - l * 4 + 0.5));
});

test("elimination that overflows on the way is done in another unit", () => {
  const A = scaled(
    Matrix.fromRows([
      [1, 0, 1],
      [1, 0.25, -1],
      [1, 0.5, 0],
    ]),
    1e308,
  );
  const { L, U } = lu(A);
  expect(L.toJSON()).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [1, 0.5, 1],
  ]);
  // On the way there is −2e308 in its place.
  expect(U.at(2, 2)).toBeCloseTo(-1.5e308, -294);
});

test("factors that leave the range are refused", () => {
  const A = Matrix.fromRows([
    [1e308, 1e308],
    [-1e308, 1e308],
  ]);
  expect(() => lu(A)).toThrow(DomainError);
  expect(() => lu(A)).toThrow(
    "lu: expected a matrix whose factors are in the range of float64, got a 2×2 matrix of entries up to 1.0e+308; scale it down first",
  );
});

const largest = (A: Matrix): number => Math.max(0, ...A.data.map(Math.abs));
const scaled = (A: Matrix, unit: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * unit),
  );
/** Partial pivoting at its worst: the last column doubles at every step (Wilkinson 1961). */
const growing = (n: number): Matrix => {
  const A = new Matrix(n, n);
  for (let i = 0; i < n; i++) A.data.fill(-1, i * n, i * n + i).fill(1, i * n + i, i * n + i + 1);
  for (let i = 0; i < n; i++) A.data[i * n + n - 1] = 1;
  return A;
};

test.each([
  ...sizes.map((n) => randomMatrix(n, n)),
  randomMatrix(64, 64),
  hilbert(12),
  vandermonde(20, 20),
  graded(20, 20, 1e-150, "both"),
  graded(20, 20, 1e-150, "rows"),
  matmul(randomMatrix(30, 5), randomMatrix(5, 30)),
  scaled(randomMatrix(20, 20), 1e150),
  scaled(randomMatrix(20, 20), 1e-150),
  growing(30),
  new Matrix(3, 3),
])("P·A = L·U up to the growth factor, %#", (A) => {
  const n = A.rows;
  const before = A.data.slice();
  const factors = lu(A);
  const { L, U, permutation } = factors;
  const growth = largest(A) === 0 ? 1 : Math.max(1, largest(U) / largest(A));
  expect(relativeError(matmul(L, U).data, permuted(A, factors))).toBeLessThanOrEqual(
    10 * n * Number.EPSILON * growth,
  );
  expect(Array.from(permutation).toSorted((a, b) => a - b)).toEqual([...permutation.keys()]);
  for (let i = 0; i < n; i++) {
    expect(L.at(i, i)).toBe(1);
    for (let j = 0; j < n; j++) {
      expect(i < j ? L.at(i, j) : i > j ? U.at(i, j) : 0).toBe(0);
      expect(Math.abs(L.at(i, j))).toBeLessThanOrEqual(1);
    }
  }
  expect(A.data).toEqual(before);
});

test.each([1, 2, 3, 4, 5, 6])("sign is det P, size %i", (n) => {
  const { permutation, sign } = lu(randomMatrix(n, n));
  const P = Matrix.fromRows(Array.from(permutation, (j) => identity(n).toJSON()[j] ?? []));
  expect(sign).toBe(laplace(P));
});

test.each([2, 3, 12])("its factors solve, whatever becomes of A, size %i", (n) => {
  const [A, b, B] = [randomMatrix(n, n), randomVector(n), randomMatrix(n, 2)];
  const factors = lu(A);
  const expected = [solve(A, b), solve(A, B), rcond(A)];
  A.data.set(inv(A).data);
  expect([factors.solve(b), factors.solve(B), factors.rcond]).toEqual(expected);
});
