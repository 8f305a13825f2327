import { Matrix } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  randomMatrix,
  randomVector,
  relativeError,
  vandermonde,
} from "../../test-support/matrices.ts";
import { naiveProduct } from "../../test-support/oracles.ts";
import { identity, transpose } from "../index.ts";
import { singularFactors, singularValuesOf } from "./svd.ts";

const square = [0, 1, 2, 3, 7, 64, 67];
const oblong = [
  [0, 3],
  [3, 0],
  [1, 5],
  [5, 1],
  [2, 3],
  [9, 4],
  [4, 9],
  [67, 50],
  [100, 20],
  [20, 100],
] as const;

/** The entry as a function of its place. */
const table = (n: number, entry: (i: number, j: number) => number): Matrix =>
  new Matrix(
    n,
    n,
    Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n)),
  );

const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * factor),
  );

const families: readonly (readonly [string, Matrix])[] = [
  ...square.map((n) => ["random", randomMatrix(n, n)] as const),
  ...oblong.map(([m, n]) => ["random", randomMatrix(m, n)] as const),
  ...[3, 12, 40].map((n) => ["Hilbert", hilbert(n)] as const),
  ...[5, 20, 60].map((n) => ["Vandermonde", vandermonde(n, n)] as const),
  ["Vandermonde", vandermonde(60, 12)],
  ...(["rows", "columns", "both"] as const).flatMap((along) =>
    [6, 33].map((n) => [`graded along ${along}`, graded(n, n, 1e-150, along)] as const),
  ),
  ["graded upwards", table(20, (i, j) => graded(20, 20, 1e-150, "both").at(19 - i, 19 - j))],
  ...[5, 50].map((n) => ["rank 2", naiveProduct(randomMatrix(n, 2), randomMatrix(2, n))] as const),
  ["rank 2", naiveProduct(randomMatrix(90, 2), randomMatrix(2, 10))],
  ...[5, 50].map((n) => ["ones", table(n, () => 1)] as const),
  ["identity", identity(20)],
  ["zero", new Matrix(7, 7)],
  ["zero", new Matrix(9, 4)],
  ["shift", table(20, (i, j) => (j === i + 1 ? 1 : 0))],
  ["Kahan", table(40, (i, j) => 0.6 ** i * (i === j ? 1 : i < j ? -0.8 : 0))],
  ["near-singular", table(8, (i, j) => 1 + (i === j ? 1e-14 : 0))],
  ...[1e150, 1e-150, 1e-300, 1e306].flatMap((size) => [
    [`random of ${size}`, scaled(randomMatrix(7, 7), size)] as const,
    [`random of ${size}`, scaled(randomMatrix(30, 5), size)] as const,
    [`random of ${size}`, scaled(randomMatrix(50, 60), size)] as const,
  ]),
  ["tiny beside huge", table(5, (i, j) => (i === j ? 10 ** (150 - 75 * i) : 0))],
];

const frobenius = (x: Float64Array): number => {
  const top = x.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  return top && top * Math.sqrt(x.reduce((sum, entry) => sum + (entry / top) ** 2, 0));
};

/** ‖XᵀX − I‖ */
const skewness = (X: Matrix): number => {
  const G = naiveProduct(transpose(X), X);
  return frobenius(G.data.map((entry, k) => entry - (k % (X.cols + 1) === 0 ? 1 : 0)));
};

const decomposed = (A: Matrix) => {
  const factors = singularFactors(A.data, A.rows, A.cols);
  if (factors === undefined) throw new Error("the iteration did not end");
  const k = factors.s.length;
  return {
    U: new Matrix(A.rows, k, factors.U),
    s: factors.s,
    V: new Matrix(A.cols, k, factors.V),
  };
};

describe.each(families)("%s, %#", (_name, A) => {
  const before = A.data.slice();
  const { U, s, V } = decomposed(A);
  const bound = 10 * Math.max(A.rows, A.cols, 1) * Number.EPSILON;

  test("A = U·diag(s)·Vᵀ", () => {
    // In parts of A's largest entry, so that no square leaves the range.
    const unit = A.data.reduce((top, x) => Math.max(top, Math.abs(x)), 0) || 1;
    const parts = U.data.map((entry, at) => entry * (s[at % s.length]! / unit));
    const product = naiveProduct(new Matrix(U.rows, U.cols, parts), transpose(V)).data;
    const size = frobenius(A.data.map((x) => x / unit));
    const error = frobenius(product.map((entry, k) => entry - A.data[k]! / unit));
    expect(error).toBeLessThanOrEqual(bound * size);
  });

  test("U and V have orthonormal columns", () => {
    expect(skewness(U)).toBeLessThanOrEqual(bound);
    expect(skewness(V)).toBeLessThanOrEqual(bound);
  });

  test("the values descend to 0 at the least, and are those alone", () => {
    s.forEach((value, i) => {
      expect(value).toBeLessThanOrEqual(s[i - 1] ?? Infinity);
      expect(value).toBeGreaterThanOrEqual(0);
    });
    const alone = singularValuesOf(A.data, A.rows, A.cols) ?? [];
    expect(relativeError(alone, s)).toBeLessThanOrEqual(bound);
  });

  test("the first entry of nearly the largest magnitude in each column of V is positive", () => {
    for (let j = 0; j < V.cols; j++) {
      const column = Array.from({ length: V.rows }, (_, i) => V.at(i, j));
      const top = Math.max(...column.map(Math.abs));
      expect(column.find((x) => Math.abs(x) >= 0.9 * top)).toBeGreaterThan(0);
    }
  });

  test("A is as it was", () => {
    expect(A.data).toEqual(before);
  });
});

test("values known by hand", () => {
  const hand = (rows: number[][]): number[] => Array.from(decomposed(Matrix.fromRows(rows)).s);
  expect(hand([[3, 4]])).toEqual([5]);
  expect(
    relativeError(
      hand([
        [1, 1],
        [0, 1],
      ]),
      [(1 + Math.sqrt(5)) / 2, (Math.sqrt(5) - 1) / 2],
    ),
  ).toBeLessThan(1e-15);
  expect(
    hand([
      [0, 2],
      [-3, 0],
    ]),
  ).toEqual([3, 2]);
  expect(
    hand([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual([0, 0]);
});

test("small values of a graded bidiagonal matrix keep their digits", () => {
  // The product of the singular values is |det|, here that of the diagonal.
  const n = 12;
  const B = table(n, (i, j) => (i === j ? 10 ** (-10 * i) : j === i + 1 ? 10 ** (-10 * i) : 0));
  const logs = Array.from(decomposed(B).s, (value) => Math.log10(value));
  expect(logs.reduce((sum, x) => sum + x, 0)).toBeCloseTo((-10 * n * (n - 1)) / 2, 9);
});

test("random bidiagonal matrices of every grading end", () => {
  for (let seed = 0; seed < 300; seed++) {
    const n = 2 + (seed % 9);
    const x = randomVector(2 * n, seed);
    const B = table(
      n,
      (i, j) => (i === j ? x[i]! : j === i + 1 ? x[n + i]! : 0) ** (1 + 2 * (seed % 40)),
    );
    expect(skewness(decomposed(B).U)).toBeLessThan(1e-13);
  }
});
