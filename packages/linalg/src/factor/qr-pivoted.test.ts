import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
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
import { fromColumns, identity, matmul, qr, qrPivoted, transpose } from "../index.ts";

describe("wrong operands", () => {
  test("no matrix", () => {
    // What a program that is not type-checked may pass.
    const x: unknown = Float64Array.of(1);
    expect(() => qrPivoted(x as Matrix)).toThrow(ShapeError);
    expect(() => qrPivoted(x as Matrix)).toThrow("qrPivoted: expected a matrix, got a vector of 1");
  });

  test("NaN", () => {
    expect(() => qrPivoted(Matrix.fromRows([[1, NaN]]))).toThrow(DomainError);
    expect(() => qrPivoted(Matrix.fromRows([[1, NaN]]))).toThrow(
      "qrPivoted: expected a matrix of finite numbers, got NaN in row 0, column 1",
    );
  });

  test("the derivative at a lower rank", () => {
    const A = matmul(randomMatrix(5, 2), randomMatrix(2, 4));
    const { tangent } = plainRule(qrPivoted.rule, undefined);
    expect(() => tangent([A], [A])).toThrow(SingularMatrixError);
    expect(() => tangent([A], [A])).toThrow(
      "qrPivoted: expected independent columns to differentiate, got a 5×4 matrix whose column 2 in the order taken depends on those before it",
    );
  });
});

const taken = (A: Matrix, order: Int32Array): Matrix => {
  const columns = transpose(A).toJSON();
  return order.length === 0 ? A : fromColumns(Array.from(order, (j) => columns[j] ?? []));
};

const shapes = sizes.flatMap((n): [number, number][] => [
  [n, n],
  [n, 2 * n + 1],
  [2 * n + 1, n],
]);

test.each([
  ...shapes.map(([m, n]) => randomMatrix(m, n)),
  hilbert(40),
  vandermonde(70, 60),
  graded(40, 50, 1e-150, "rows"),
  graded(50, 40, 1e-150, "columns"),
  graded(50, 40, 1e150, "both"),
  matmul(randomMatrix(60, 5), randomMatrix(5, 40)),
  new Matrix(4, 6),
  identity(5),
])("A·P = Q·R, QᵀQ = I, the diagonal of R descends, %#", (A) => {
  const { Q, R, permutation } = qrPivoted(A);
  const k = Math.min(A.rows, A.cols);
  const tolerance = 10 * Math.max(A.rows, A.cols, 1) * Number.EPSILON;
  expect(relativeError(matmul(Q, R).data, taken(A, permutation).data)).toBeLessThan(tolerance);
  expect(relativeError(matmul(transpose(Q), Q).data, identity(k).data)).toBeLessThan(tolerance);
  expect(Array.from(permutation).toSorted((a, b) => a - b)).toEqual([...permutation.keys()]);
  for (let i = 0; i < k; i++) {
    const pivot = R.at(i, i);
    expect(pivot).toBeGreaterThanOrEqual(0);
    // No column of what is left is longer.
    for (let j = i + 1; j < A.cols; j++) {
      const rows = Array.from({ length: Math.min(j + 1, k) - i }, (_, l) => R.at(i + l, j));
      expect(Math.hypot(...rows)).toBeLessThanOrEqual(pivot * (1 + 1e-7) + 1e-300);
    }
  }
});

/** Downdating the lengths without a safeguard takes these columns in a wrong order (Drmač & Bujanović 2008). */
test("lengths are computed anew where downdating loses their digits", () => {
  const tiny = 1e-9;
  const A = Matrix.fromRows([
    [1, 1, 1],
    [0, tiny, 0],
    [0, 0, 2 * tiny],
  ]);
  const { R, permutation } = qrPivoted(A);
  expect(permutation).toEqual(Int32Array.of(0, 2, 1));
  expect(R.at(1, 1)).toBeCloseTo(2 * tiny, 20);
});

test("is the qr of the columns taken", () => {
  const A = randomMatrix(6, 4);
  const { Q, R, permutation } = qrPivoted(A);
  const same = qr(taken(A, permutation));
  expect(relativeError(Q.data, same.Q.data)).toBeLessThan(1e-14);
  expect(relativeError(R.data, same.R.data)).toBeLessThan(1e-14);
});

test("its operand stays as it was", () => {
  const A = randomMatrix(7, 9);
  qrPivoted(A);
  expect(A.data).toEqual(randomMatrix(7, 9).data);
});
