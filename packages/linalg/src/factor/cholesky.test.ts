import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  randomMatrix,
  relativeError,
  sizes,
} from "../../test-support/matrices.ts";
import { entries, plainRule } from "../../test-support/rules.ts";
import { cholesky, identity, symmetricPart, timesTransposed, transpose } from "../index.ts";

const scaled = (A: Matrix, unit: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * unit),
  );
const plus = (A: Matrix, B: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry, k) => entry + factor * B.data[k]!),
  );
const gram = (B: Matrix): Matrix => timesTransposed(B, B);

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => cholesky(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => cholesky(new Matrix(2, 3))).toThrow(
      "cholesky: expected a square matrix, got a 2×3 matrix",
    );
  });

  test.each([
    [
      "indefinite",
      [
        [1, 2],
        [2, 1],
      ],
      "got a 2×2 matrix whose pivot 1 is -3.0; use ldl",
    ],
    ["negative", [[-4]], "got a 1×1 matrix whose pivot 0 is -4.0; use ldl"],
    [
      "semidefinite",
      [
        [1, 1],
        [1, 1],
      ],
      "got a 2×2 matrix whose pivot 1 is 0.0; use ldl",
    ],
    ["zero", [[0]], "got a 1×1 matrix whose pivot 0 is 0.0; use ldl"],
    [
      "near the end of the range",
      [
        [1e300, 0],
        [0, -1e300],
      ],
      "whose pivot 1 is -1.0e+300",
    ],
    [
      "so far from definite that its pivot leaves the range",
      [
        [1e-300, 1e200, 0],
        [1e200, 1, 0],
        [0, 0, 1],
      ],
      "whose pivot 1 is -Infinity",
    ],
  ])("%s", (_, rows, message) => {
    const A = Matrix.fromRows(rows);
    expect(() => cholesky(A)).toThrow(DomainError);
    expect(() => cholesky(A)).toThrow("cholesky: expected a positive definite matrix");
    expect(() => cholesky(A)).toThrow(message);
  });

  test.each([NaN, Infinity])("%d", (entry) => {
    const A = Matrix.fromRows([
      [1, entry],
      [0, 1],
    ]);
    expect(() => cholesky(A)).toThrow(DomainError);
    expect(() => cholesky(A)).toThrow(
      `cholesky: expected a matrix of finite numbers, got ${entry} in row 0, column 1`,
    );
  });
});

test.each([
  ...sizes.map((n) => gram(randomMatrix(n, n + 2))),
  gram(randomMatrix(64, 66)),
  gram(randomMatrix(130, 140)),
  hilbert(12),
  scaled(gram(randomMatrix(5, 7)), 1e150),
  scaled(gram(randomMatrix(5, 7)), 1e-150),
  scaled(gram(randomMatrix(5, 7)), 1e304),
  scaled(gram(randomMatrix(5, 7)), 1e-304),
  plus(gram(randomMatrix(20, 5)), identity(20), 1e-12),
])("L·Lᵀ = A, %#", (A) => {
  const before = A.data.slice();
  const n = A.rows;
  const L = cholesky(A);
  expect(relativeError(gram(L).data, A.data)).toBeLessThanOrEqual(10 * n * Number.EPSILON);
  for (let i = 0; i < n; i++) {
    expect(L.at(i, i)).toBeGreaterThan(0);
    for (let j = i + 1; j < n; j++) expect(L.at(i, j)).toBe(0);
  }
  expect(A.data).toEqual(before);
});

test.each([
  [1e200, 1e-150],
  [1e160, 1e-170],
  [1e-300, 1e-170],
  [1e308, 1e-308],
])("neither %d nor %d underflows beside the other", (large, small) => {
  const A = Matrix.fromRows([
    [large, 0],
    [0, small],
  ]);
  const L = cholesky(A);
  expect(relativeError([L.at(0, 0)], [Math.sqrt(large)])).toBeLessThan(1e-15);
  expect(relativeError([L.at(1, 1)], [Math.sqrt(small)])).toBeLessThan(1e-15);
  const dL = entries(plainRule(cholesky.rule, undefined).tangent([A], [A]));
  expect(relativeError([dL[3] ?? NaN], [Math.sqrt(small) / 2])).toBeLessThan(1e-15);
});

test("of a graded matrix it is right entry by entry", () => {
  const n = 20;
  const A = gram(graded(n, n + 4, 1e-70, "rows"));
  const B = gram(cholesky(A));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const size = Math.sqrt(A.at(i, i) * A.at(j, j));
      expect(Math.abs(B.at(i, j) - A.at(i, j)) / size).toBeLessThan(10 * n * Number.EPSILON);
    }
  }
});

test("what is antisymmetric in A does not count", () => {
  const [S, B] = [gram(randomMatrix(4, 6)), randomMatrix(4, 4)];
  const A = plus(plus(S, B, 1), transpose(B), -1);
  expect(relativeError(cholesky(A).data, cholesky(S).data)).toBeLessThan(1e-14);
  const { adjoint, tangent } = plainRule(cholesky.rule, undefined);
  const [bar] = adjoint?.([A], [B]) ?? [];
  expect(transpose(bar as Matrix)).toEqual(bar);
  expect(entries(tangent([A], [B]))).toEqual(entries(tangent([A], [symmetricPart(B)])));
});
