import { type Value, Matrix } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { cofactorsByMinors } from "../../test-support/oracles.ts";
import { cofactors } from "./cofactors.ts";
import { det, diagonalMatrix, identity, inv, matmul } from "../index.ts";

// Where the determinant is 0 the formula det A·A⁻ᵀ of its gradient is 0·∞, but the gradient is not.

const ofRank = (n: number, rank: number): Matrix =>
  matmul(randomMatrix(n, rank, 3), randomMatrix(rank, n, 4));
const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * factor),
  );
/** Plain in, plain out. */
const gradient = (A: Matrix): Float64Array => (cofactors(A, det(A)) as Matrix).data;

describe.each([1, 2, 3, 4, 5, 6])("cofactors are minors, size %i", (n) => {
  test("of rank n", () => {
    const A = randomMatrix(n, n);
    expect(relativeError(gradient(A), cofactorsByMinors(A).data)).toBeLessThan(1e-12);
  });

  test("of rank n − 1", () => {
    const A = ofRank(n, n - 1);
    expect(relativeError(gradient(A), cofactorsByMinors(A).data)).toBeLessThan(1e-12);
  });

  test.each([1e-6, 1e-9, 1e-13, 1e-17])("almost of rank n − 1: plus %d·I", (small) => {
    const A = ofRank(n, n - 1);
    for (let i = 0; i < n; i++) A.data[i * (n + 1)]! += small;
    expect(relativeError(gradient(A), cofactorsByMinors(A).data)).toBeLessThan(1e-9);
  });
});

test.each([2, 3, 4, 5, 6])("of rank n − 2 and of rank 0 they are 0, size %i", (n) => {
  const scale = Math.max(...cofactorsByMinors(randomMatrix(n, n)).data.map(Math.abs));
  for (const A of [ofRank(n, n - 2), new Matrix(n, n)]) {
    for (const entry of gradient(A)) expect(Math.abs(entry) / scale).toBeLessThan(1e-13);
  }
});

test("graded matrices, with several small pivots", () => {
  const A = diagonalMatrix(Float64Array.of(1, 1e-9, 2e-9, 3e-9, 5e-12));
  expect(relativeError(gradient(A), cofactorsByMinors(A).data)).toBeLessThan(1e-12);
  const B = scaled(randomMatrix(5, 5), 1e-10);
  B.data[0] = 1;
  expect(relativeError(gradient(B), cofactorsByMinors(B).data)).toBeLessThan(1e-9);
});

test("a large block that is small beside the rest is not mistaken for rounding errors", () => {
  const n = 40;
  const A = scaled(randomMatrix(n, n), 1e-10);
  A.data.fill(0, 0, n);
  for (let i = 0; i < n; i++) A.data[i * n] = i === 0 ? 1 : 0;
  const expected = inv(A).data as ArrayLike<number>;
  const transposed = Array.from(
    expected,
    (_, k) => (expected[(k % n) * n + Math.floor(k / n)] ?? NaN) * det(A),
  );
  expect(relativeError(gradient(A), transposed)).toBeLessThan(1e-6);
});

describe.each([
  [4, 300],
  [5, 220],
  [20, 50],
])("cⁿ⁻¹ is in range where cⁿ is not, size %i, c = 2^±%i", (n, power) => {
  test.each([n, n - 1])("of rank %i", (rank) => {
    const A = ofRank(n, rank);
    for (const c of [2 ** power, 2 ** -power]) {
      const got = gradient(scaled(A, c)).map((entry) => entry / c ** (n - 1));
      expect(relativeError(got, gradient(A))).toBeLessThan(1e-12);
    }
  });

  test("of rank n − 2", () => {
    const scale = Math.max(...gradient(ofRank(n, n - 1)).map(Math.abs));
    for (const c of [2 ** power, 2 ** -power]) {
      for (const entry of gradient(scaled(ofRank(n, n - 2), c))) {
        expect(Math.abs(entry / c ** (n - 1)) / scale).toBeLessThan(1e-13);
      }
    }
  });
});

test("of up to three rows they are in range wherever they can be", () => {
  expect(gradient(diagonalMatrix(Float64Array.of(1e-160, 1e-160)))).toEqual(
    Float64Array.of(1e-160, 0, 0, 1e-160),
  );
  expect(gradient(diagonalMatrix(Float64Array.of(1e200, 1e200)))).toEqual(
    Float64Array.of(1e200, 0, 0, 1e200),
  );
  expect(
    relativeError(
      gradient(scaled(identity(3), 1e-110)).map((x) => x * 1e220),
      identity(3).data,
    ),
  ).toBeLessThan(1e-13);
});

test("the rule of det takes them: tr(adj(A)·Ȧ)", () => {
  const A = Matrix.fromRows([
    [1, 2],
    [2, 4],
  ]);
  const push = (dA: Value) => det.rule.pushforward([dA], [A], [0], undefined);
  expect(
    push(
      Matrix.fromRows([
        [1, 0],
        [0, 0],
      ]),
    ),
  ).toEqual([4]);
  expect(
    push(
      Matrix.fromRows([
        [0, 1],
        [0, 0],
      ]),
    ),
  ).toEqual([-2]);
});
