import { type Plain, DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { hilbert, randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import { laplace } from "../../test-support/oracles.ts";
import { tabulated } from "../construct/tabulated.ts";
import { det, diagonalMatrix, inv, logAbsDet, matmul } from "../index.ts";

const singular = Matrix.fromRows([
  [1, 2],
  [2, 4],
]);
const scaled = (A: Matrix, factor: number): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry) => entry * factor),
  );

describe("wrong operands", () => {
  test("not square", () => {
    expect(() => det(new Matrix(2, 3))).toThrow(ShapeError);
    expect(() => det(new Matrix(2, 3))).toThrow("det: expected a square matrix, got a 2×3 matrix");
    expect(() => logAbsDet(new Matrix(2, 3))).toThrow("logAbsDet: expected a square matrix");
  });

  test("NaN", () => {
    const A = Matrix.fromRows([
      [1, 2],
      [3, NaN],
    ]);
    expect(() => det(A)).toThrow(DomainError);
    expect(() => det(A)).toThrow(
      "det: expected a matrix of finite numbers, got NaN in row 1, column 1",
    );
    expect(() => logAbsDet(A)).toThrow("logAbsDet: expected a matrix of finite numbers, got NaN");
  });

  test("logAbsDet of a singular matrix, and its derivative near one", () => {
    expect(() => logAbsDet(singular)).toThrow(SingularMatrixError);
    expect(() => logAbsDet(singular)).toThrow(
      "logAbsDet: expected an invertible matrix, got a 2×2 matrix of determinant 0; use det",
    );
    const A: Plain = hilbert(13);
    expect(logAbsDet(A).logAbsDet).toBeLessThan(-200);
    expect(() => logAbsDet.rule.pushforward([A], [A], [1, -1], undefined)).toThrow(
      SingularMatrixError,
    );
  });
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])("det is Laplace's expansion, size %i", (n) => {
  const A = randomMatrix(n, n);
  const expected = laplace(A);
  expect(det(A)).toBeCloseTo(expected, 13);
  const { sign, logAbsDet: log } = logAbsDet(A);
  expect(sign).toBe(Math.sign(expected));
  expect(log).toBeCloseTo(Math.log(Math.abs(expected)), 12);
});

test.each(sizes)("det(A·B) = det A·det B, size %i", (n) => {
  const [A, B] = [randomMatrix(n, n), randomMatrix(n, n, 5)];
  expect(relativeError([det(matmul(A, B))], [det(A) * det(B)])).toBeLessThan(1e-11);
});

test.each([
  ["dependent rows", singular],
  ["zeros", new Matrix(3, 3)],
  [
    "a column of zeros",
    Matrix.fromRows([
      [1, 0, 2],
      [3, 0, 4],
      [5, 0, 7],
    ]),
  ],
])("det of a singular matrix is 0: %s", (_, A) => {
  expect(det(A)).toBe(0);
});

test("without an exact pivot of 0, what rounding leaves of a singular matrix is small beside its products", () => {
  const A = Matrix.fromRows([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  expect(Math.abs(det(A))).toBeLessThan(3 * Number.EPSILON * 105);
  expect(logAbsDet(A).logAbsDet).toBeCloseTo(Math.log(Math.abs(det(A))), 12);
  expect(() => inv(A)).toThrow(SingularMatrixError);
});

test.each([
  ["rows of very different size", diagonalMatrix(Float64Array.of(1, 2 ** -200)), 2 ** -200],
  ["a triangle", tabulated(60, 60, (i, j) => (i === j ? 1 : i < j ? -1 : 0)), 1],
])("a small rcond says nothing of the digits of a determinant: %s", (_, A, expected) => {
  expect(() => inv(A)).toThrow(SingularMatrixError);
  expect(det(A)).toBe(expected);
  expect(logAbsDet(A)).toEqual({ sign: 1, logAbsDet: Math.log(expected) });
});

test("det and logAbsDet of a 0×0 matrix", () => {
  expect(det(new Matrix(0, 0))).toBe(1);
  expect(logAbsDet(new Matrix(0, 0))).toEqual({ sign: 1, logAbsDet: 0 });
});

test("no partial product leaves the range, the result may", () => {
  expect(det(diagonalMatrix(Float64Array.of(1e200, 1e200, 1e-200, 1e-200)))).toBeCloseTo(1, 12);
  expect(det(diagonalMatrix(Float64Array.of(1e-200, 1e-200, -1e200, 1e200)))).toBeCloseTo(-1, 12);
  expect(det(scaled(randomMatrix(4, 4), 1e150))).toBe(
    Math.sign(det(randomMatrix(4, 4))) * Infinity,
  );
  expect(Math.abs(det(scaled(randomMatrix(4, 4), 1e-150)))).toBe(0);
});

test.each([Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 2 ** -1022, 1.5 * 2 ** -1073])(
  "det of the 1×1 matrix %d is its entry",
  (entry) => {
    expect(det(Matrix.fromRows([[entry]]))).toBe(entry);
  },
);

test("elimination that overflows is done in another unit", () => {
  const A = scaled(
    Matrix.fromRows([
      [1, 1],
      [1, -1],
    ]),
    1e308,
  );
  expect(det(A)).toBe(-Infinity);
  expect(logAbsDet(A).sign).toBe(-1);
  expect(logAbsDet(A).logAbsDet).toBeCloseTo(Math.LN2 + 616 * Math.LN10, 11);
  expect(det(diagonalMatrix(Float64Array.of(1e308, 1e-308)))).toBeCloseTo(1, 13);
  expect(logAbsDet(scaled(scaled(A, 1e-308), 1e-310)).logAbsDet).toBeCloseTo(
    Math.LN2 - 620 * Math.LN10,
    8,
  );
});

test.each([150, -150])("logAbsDet of entries near 1e%i", (power) => {
  const { sign, logAbsDet: log } = logAbsDet(scaled(randomMatrix(4, 4), Number(`1e${power}`)));
  expect(sign).toBe(logAbsDet(randomMatrix(4, 4)).sign);
  const expected = logAbsDet(randomMatrix(4, 4)).logAbsDet + 4 * power * Math.LN10;
  expect(log).toBeCloseTo(expected, 9);
});
