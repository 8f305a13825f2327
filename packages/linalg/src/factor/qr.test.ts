import {
  type Value,
  DomainError,
  Matrix,
  OperatorError,
  ShapeError,
  SingularMatrixError,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  graded,
  hilbert,
  randomMatrix,
  relativeError,
  sizes,
  vandermonde,
} from "../../test-support/matrices.ts";
import { plainRule } from "../../test-support/rules.ts";
import { diagonal, diagonalMatrix, identity, matmul, qr, qrPivoted, transpose } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Matrix => operand as Matrix;

describe("wrong operands", () => {
  test("no matrix", () => {
    expect(() => qr(wrong(Float64Array.of(1, 2)))).toThrow(ShapeError);
    expect(() => qr(wrong(Float64Array.of(1, 2)))).toThrow(
      "qr: expected a matrix, got a vector of 2",
    );
    expect(() => qr(wrong([[1]]))).toThrow("qr: expected a number, Float64Array, Matrix");
    expect(() => qr(wrong(undefined))).toThrow(OperatorError);
  });

  test.each([NaN, Infinity])("%d", (entry) => {
    const A = Matrix.fromRows([
      [1, entry],
      [0, 1],
    ]);
    expect(() => qr(A)).toThrow(DomainError);
    expect(() => qr(A)).toThrow(
      `qr: expected a matrix of finite numbers, got ${entry} in row 0, column 1`,
    );
  });

  test("columns too long for float64", () => {
    const A = new Matrix(4, 1, new Float64Array(4).fill(1e308));
    expect(() => qr(A)).toThrow(DomainError);
    expect(() => qr(A)).toThrow(
      "qr: expected a matrix whose columns have lengths in the range of float64, got a 4×1 matrix of entries up to 1.0e+308; scale it down first",
    );
  });
});

describe("the derivative where columns depend on those before them", () => {
  const cases: [string, Matrix, number][] = [
    ["exactly", new Matrix(3, 2), 0],
    ["up to rounding", matmul(randomMatrix(5, 2), randomMatrix(2, 4)), 2],
    ["a wide matrix", matmul(randomMatrix(3, 1), randomMatrix(1, 5)), 1],
    [
      "a wide matrix of full rank",
      Matrix.fromRows([
        [1, 2, 3],
        [2, 4, 5],
      ]),
      1,
    ],
  ];
  test.each(cases)("%s", (_, A, column) => {
    const outputs = qr.rule.apply([A], undefined);
    const bars = outputs.map((y) => y);
    for (const derivative of [
      () => qr.rule.pushforward([A], [A], outputs, undefined),
      () => qr.rule.pullback?.(bars, [A], outputs, undefined),
    ]) {
      expect(derivative).toThrow(SingularMatrixError);
      expect(derivative).toThrow(
        `qr: expected independent columns to differentiate, got a ${A.rows}×${A.cols} matrix whose column ${column} depends on those before it`,
      );
    }
  });

  test("columns of very different length are independent", () => {
    const A = graded(5, 3, 1e-140, "columns");
    const { tangent } = plainRule(qr.rule, undefined);
    expect(() => tangent([A], [A])).not.toThrow();
  });
});

const shapes = sizes.flatMap((n): [number, number][] => [
  [n, n],
  [n, 2 * n + 1],
  [2 * n + 1, n],
]);

/** Units of rounding for A = Q·R and QᵀQ = I. */
const expectFactors = (A: Matrix): void => {
  const { Q, R } = qr(A);
  const k = Math.min(A.rows, A.cols);
  const tolerance = 10 * Math.max(A.rows, A.cols, 1) * Number.EPSILON;
  expect([Q.shape, R.shape]).toEqual([
    [A.rows, k],
    [k, A.cols],
  ]);
  expect(relativeError(matmul(Q, R).data, A.data)).toBeLessThan(tolerance);
  expect(relativeError(matmul(transpose(Q), Q).data, identity(k).data)).toBeLessThan(tolerance);
  for (let i = 0; i < k; i++) {
    expect(R.at(i, i)).toBeGreaterThanOrEqual(0);
    for (let j = 0; j < i; j++) expect(R.at(i, j)).toBe(0);
  }
};

test.each([...shapes, [150, 150], [131, 260], [300, 129]])("random, %i×%i", (m, n) => {
  expectFactors(randomMatrix(m, n));
});

test.each([
  ["Hilbert", hilbert(60)],
  ["Vandermonde", vandermonde(70, 60)],
  ["graded rows", graded(60, 50, 1e-150, "rows")],
  ["graded columns", graded(60, 50, 1e-150, "columns")],
  ["graded up", graded(60, 50, 1e150, "both")],
  ["graded below the squares of float64", graded(9, 7, 1e-300, "columns")],
  ["rank-deficient", matmul(randomMatrix(60, 5), randomMatrix(5, 70))],
  ["zero", new Matrix(7, 5)],
  ["no rows", new Matrix(0, 5)],
  ["no columns", new Matrix(5, 0)],
  ["triangular", qr(randomMatrix(6, 6)).R],
])("%s", (_, A) => {
  expectFactors(A);
});

test.each([1e-320, 1e-310, 1e-160, 1e-150, 1e150, 1e160, 1e307])("entries near %d", (unit) => {
  const A = randomMatrix(7, 5);
  A.data.forEach((entry, k) => (A.data[k] = entry * unit));
  const { Q, R } = qr(A);
  expect(relativeError(matmul(Q, R).data, A.data)).toBeLessThan(unit < 1e-307 ? 1e-3 : 1e-14);
  expect(relativeError(matmul(transpose(Q), Q).data, identity(5).data)).toBeLessThan(1e-14);
});

test.each([
  ["qr", qr],
  ["qrPivoted", qrPivoted],
] as const)("%s keeps columns that are small beside others, and so their independence", (_, f) => {
  const A = diagonalMatrix(Float64Array.of(1e200, 1e-150, 1e308, 1e-320));
  const { Q, R } = f(A);
  expect(Float64Array.from(diagonal(R)).sort()).toEqual(
    Float64Array.of(1e-320, 1e-150, 1e200, 1e308),
  );
  expect(matmul(transpose(Q), Q)).toEqual(identity(4));
  const { tangent } = plainRule(f.rule, undefined);
  expect(() => tangent([A], [A])).not.toThrow();
});

/** Columns are reduced relative to themselves: the error in each is small beside it alone. */
test.each([
  [20, 12],
  [110, 100],
])("every column is accurate beside its own length, from 1e300 to 1e-290, %i×%i", (m, n) => {
  const A = randomMatrix(m, n);
  A.data.forEach((entry, k) => (A.data[k] = entry * 10 ** (300 - (590 * (k % n)) / (n - 1))));
  const { Q, R } = qr(A);
  const B = matmul(Q, R);
  for (let j = 0; j < n; j++) {
    const column = (M: Matrix) => Array.from({ length: m }, (_, i) => M.at(i, j));
    expect(relativeError(column(B), column(A))).toBeLessThan(10 * m * Number.EPSILON);
  }
});

test("of a column it is the unit vector and the length", () => {
  const { Q, R } = qr(Matrix.fromRows([[-3], [4]]));
  expect(relativeError(Q.data, [-0.6, 0.8])).toBeLessThan(1e-15);
  expect(R.at(0, 0)).toBeCloseTo(5, 14);
});

test("agrees with Gram and Schmidt", () => {
  const A = randomMatrix(8, 4);
  const { Q, R } = qr(A);
  const columns = Array.from({ length: 4 }, (_, j) => transpose(A).toJSON()[j] ?? []);
  const basis: number[][] = [];
  const inner = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, entry, i) => sum + entry * (y[i] ?? NaN), 0);
  columns.forEach((column, j) => {
    let left = column;
    basis.forEach((q, i) => {
      expect(R.at(i, j)).toBeCloseTo(inner(q, column), 13);
      left = left.map((entry, k) => entry - inner(q, column) * (q[k] ?? NaN));
    });
    const length = Math.sqrt(inner(left, left));
    basis.push(left.map((entry) => entry / length));
  });
  expect(relativeError(transpose(Q).data, basis.flat())).toBeLessThan(1e-13);
});

test("the tangent of R is upper triangular, exactly", () => {
  const A = randomMatrix(6, 4);
  const [, dR] = plainRule(qr.rule, undefined).tangent([A], [randomMatrix(6, 4, 3)]);
  // The tangent of a matrix is a matrix.
  const below = (dR as Matrix).toJSON().flatMap((row, i) => row.slice(0, i));
  expect(below).toEqual([0, 0, 0, 0, 0, 0]);
});

test("its operand stays as it was", () => {
  const A = randomMatrix(70, 60);
  qr(A);
  expect(A.data).toEqual(randomMatrix(70, 60).data);
});

test("the pullback is the transpose of the pushforward, also beyond the samples", () => {
  const { value, tangent, adjoint } = plainRule(qr.rule, undefined);
  for (const [m, n] of shapes.filter(([m, n]) => m * n > 0 && m <= 20)) {
    const A = randomMatrix(m, n, 31);
    const v = [randomMatrix(m, n, 5)];
    const w = value([A]).map((y, k) => {
      const [rows, cols] = (y as Matrix).shape; // Both outputs are matrices.
      return randomMatrix(rows, cols, 6 + k);
    });
    const sum = (x: readonly Value[], y: readonly Value[]) =>
      x.reduce<number>((total, X, k) => {
        const [a, b] = [X as Matrix, y[k] as Matrix]; // As above.
        return total + a.data.reduce((s, entry, i) => s + entry * (b.data[i] ?? NaN), 0);
      }, 0);
    const forward = sum(w, tangent([A], v));
    const back = sum(adjoint?.([A], w) ?? [], v);
    expect(Math.abs(forward - back)).toBeLessThan(1e-9 * Math.max(1, Math.abs(forward)));
  }
});
