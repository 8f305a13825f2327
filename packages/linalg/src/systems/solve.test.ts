import {
  type Value,
  DomainError,
  Matrix,
  ShapeError,
  SingularMatrixError,
  column,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  hilbert,
  randomMatrix,
  randomVector,
  relativeError,
  sizes,
} from "../../test-support/matrices.ts";
import { inverseByCofactors } from "../../test-support/oracles.ts";
import {
  diagonalMatrix,
  fromColumns,
  identity,
  inv,
  lstsq,
  lu,
  matmul,
  solve,
  solvePositiveDefinite,
  solveTriangular,
  transpose,
} from "../index.ts";
import { solveTransposed } from "./solve.ts";

const A = randomMatrix(3, 3);
const singular = Matrix.fromRows([
  [1, 2],
  [2, 4],
]);
/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): Value => operand as Value;

describe("wrong operands", () => {
  test.each([
    [
      "not square",
      () => solve(randomMatrix(2, 3), randomVector(2)),
      "solve: expected a square matrix, and a vector or matrix with as many rows, got a 2×3 matrix and a vector of 2; give one equation for each unknown",
    ],
    [
      "rows of b",
      () => solve(A, randomVector(2)),
      "solve: expected a square matrix, and a vector or matrix with as many rows, got a 3×3 matrix and a vector of 2",
    ],
    ["rows of B", () => solve(A, randomMatrix(2, 3)), "got a 3×3 matrix and a 2×3 matrix"],
    ["a scalar b", () => solve(A, wrong(1)), "got a 3×3 matrix and a scalar"],
    ["inv", () => inv(randomMatrix(2, 3)), "inv: expected a square matrix, got a 2×3 matrix"],
    [
      "inv of a list",
      () => inv(wrong([[1]])),
      "inv: expected a number, Float64Array, Matrix or element",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each([NaN, Infinity, -Infinity])("a matrix with %d", (entry) => {
    const A = Matrix.fromRows([
      [1, 2],
      [entry, 4],
    ]);
    const message = `expected a matrix of finite numbers, got ${entry} in row 1, column 0`;
    expect(() => solve(A, randomVector(2))).toThrow(DomainError);
    expect(() => solve(A, randomVector(2))).toThrow(`solve: ${message}`);
    expect(() => inv(A)).toThrow(`inv: ${message}`);
  });

  test.each([
    ["dependent rows", singular, "0.0"],
    ["zeros", new Matrix(3, 3), "0.0"],
    ["Hilbert 13", hilbert(13), /\d\.\de-1[789]/],
    ["two scales", diagonalMatrix(Float64Array.of(1e150, 1e-150)), "1.0e-300"],
  ])("singular: %s", (_, A, estimate) => {
    const b = randomVector(A.rows);
    expect(() => solve(A, b)).toThrow(SingularMatrixError);
    expect(() => solve(A, b)).toThrow(`solve: expected an invertible matrix, got a ${A.rows}×`);
    expect(() => inv(A)).toThrow(SingularMatrixError);
    expect(() => inv(A)).toThrow(estimate);
  });

  test.each([2, 40])("NaN on the right-hand side travels on in its own column, size %i", (n) => {
    const B = fromColumns([new Float64Array(n).fill(NaN), new Float64Array(n).fill(1)]);
    const X = solve(identity(n), B);
    expect(column(X, 0)).toEqual(new Float64Array(n).fill(NaN));
    expect(column(X, 1)).toEqual(new Float64Array(n).fill(1));
  });
});

test.each(sizes)("A·solve(A, b) = b, size %i", (n) => {
  const [A, b, B] = [randomMatrix(n, n), randomVector(n, 5), randomMatrix(n, 3)];
  expect(relativeError(matmul(A, solve(A, b)), b)).toBeLessThan(1e-12);
  expect(relativeError(matmul(A, solve(A, B)).data, B.data)).toBeLessThan(1e-12);
  expect(relativeError(matmul(A, inv(A)).data, identity(n).data)).toBeLessThan(1e-12);
  expect(relativeError(inv(inv(A)).data, A.data)).toBeLessThan(1e-11);
});

test.each(sizes)("the adjoint system is that of the transposed matrix, size %i", (n) => {
  const [A, b, B] = [randomMatrix(n, n), randomVector(n, 5), randomMatrix(n, 3)];
  expect(relativeError(solveTransposed(A, b) as Float64Array, solve(transpose(A), b))).toBeLessThan(
    1e-11,
  );
  const X = solveTransposed(A, B) as Matrix;
  expect(relativeError(matmul(transpose(A), X).data, B.data)).toBeLessThan(1e-12);
});

test.each([1e300, 1e-300])("it has entries near %d", (unit) => {
  const by = (A: Matrix) =>
    new Matrix(
      A.rows,
      A.cols,
      A.data.map((entry) => entry * unit),
    );
  const [A, B] = [randomMatrix(4, 4), randomMatrix(4, 3)];
  const X = solveTransposed(by(A), by(B)) as Matrix;
  expect(relativeError(X.data, (solveTransposed(A, B) as Matrix).data)).toBeLessThan(1e-13);
});

test("its operands stay as they were", () => {
  const [A, b] = [randomMatrix(3, 3), randomVector(3)];
  solve(A, b);
  inv(A);
  expect(A.data).toEqual(randomMatrix(3, 3).data);
  expect(b).toEqual(randomVector(3));
});

test.each([1, 2, 3, 5])("inv is Cramer's rule, size %i", (n) => {
  const A = randomMatrix(n, n);
  expect(relativeError(inv(A).data, inverseByCofactors(A).data)).toBeLessThan(1e-12);
});

test.each([1e150, 1e-150])("entries near %d do not overflow", (scale) => {
  const A = new Matrix(
    3,
    3,
    randomMatrix(3, 3).data.map((entry) => entry * scale),
  );
  const b = randomVector(3).map((entry) => entry * scale);
  expect(relativeError(solve(A, b), solve(randomMatrix(3, 3), randomVector(3)))).toBeLessThan(
    1e-12,
  );
});

test.each([1e308, 1e-308, 1e-310])(
  "the condition of %d times a matrix is that of the matrix",
  (unit) => {
    const A = Matrix.fromRows([
      [unit, unit],
      [unit, -unit],
    ]);
    expect(solve(A, Float64Array.of(unit, 0))).toEqual(Float64Array.of(0.5, 0.5));
    expect(solve(A, Float64Array.of(0, unit))).toEqual(Float64Array.of(0.5, -0.5));
  },
);

test("solutions beyond the range are refused, unless the right-hand side is beyond it", () => {
  const solvers = [solve, solvePositiveDefinite, solveTransposed, solveTriangular, lstsq];
  const both = (x: number) => diagonalMatrix(Float64Array.of(x, x));
  const [tiny, small] = [both(1e-310), both(1e-300)];
  // Both are plain, and so is what is made of them.
  const again = (A: Value, b: Value) => lu(A as Matrix).solve(b as Matrix);
  for (const f of [...solvers, again]) {
    const refuse = () => f(tiny, Float64Array.of(1, 1));
    expect(refuse).toThrow(SingularMatrixError);
    expect(refuse).toThrow(
      "expected a problem whose solution is in the range of float64, got a 2×2 matrix of entries up to 1.0e-310; scale it up",
    );
    expect(() => f(small, Float64Array.of(1e300, 1))).toThrow(SingularMatrixError);
    expect(() => f(tiny, Float64Array.of(Infinity, 1))).not.toThrow();
    const [beyond, within] = [
      Matrix.fromRows([
        [NaN, 1],
        [1, 1],
      ]),
      Matrix.fromRows([
        [NaN, 1e-300],
        [1, 1e-300],
      ]),
    ];
    expect(() => f(tiny, beyond)).toThrow(SingularMatrixError);
    // It has the shape of the right-hand side.
    const x = f(small, within) as Matrix;
    expect(x.at(0, 0)).toBeNaN();
    expect([x.at(0, 1), x.at(1, 1)]).toEqual([1, 1]);
  }
});

test("inverses near the ends of the range are right or refused", () => {
  expect(inv(Matrix.fromRows([[1e308]])).at(0, 0)).toBe(1e-308);
  expect(inv(Matrix.fromRows([[2 ** -1022]])).at(0, 0)).toBe(2 ** 1022);
  const refuse = () => inv(Matrix.fromRows([[1e-320]]));
  expect(refuse).toThrow(SingularMatrixError);
  expect(refuse).toThrow(
    "inv: expected a matrix whose inverse is in the range of float64, got a 1×1 matrix of entries up to 1.0e-320; scale it up first",
  );
});

test("an ill-conditioned matrix is solved with a small residual", () => {
  const A = hilbert(10);
  const b = randomVector(10);
  const x = solve(A, b);
  const scale = Math.max(...x.map(Math.abs));
  expect(relativeError(matmul(A, x), b)).toBeLessThan(10 * 10 * Number.EPSILON * scale);
});
