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
import { alongProduct, productTangent } from "../../test-support/rank-path.ts";
import { entries, inner, plainRule } from "../../test-support/rules.ts";
import { inv, lstsq, matmul, pinv, transpose } from "../index.ts";

describe("wrong operands", () => {
  test("no matrix", () => {
    // What a program that is not type-checked may pass.
    const x: unknown = Float64Array.of(1);
    expect(() => pinv(x as Matrix)).toThrow(ShapeError);
    expect(() => pinv(x as Matrix)).toThrow("pinv: expected a matrix, got a vector of 1");
  });

  test("NaN", () => {
    expect(() => pinv(Matrix.fromRows([[NaN]]))).toThrow(DomainError);
    expect(() => pinv(Matrix.fromRows([[NaN]]))).toThrow(
      "pinv: expected a matrix of finite numbers, got NaN in row 0, column 0",
    );
  });

  test("a tolerance of 2", () => {
    expect(() => pinv(hilbert(2), { tolerance: 2 })).toThrow(DomainError);
    expect(() => pinv(hilbert(2), { tolerance: 2 })).toThrow("pinv: expected { tolerance }");
  });

  test("out of range", () => {
    expect(() => pinv(Matrix.fromRows([[1e-310, 0]]))).toThrow(SingularMatrixError);
    expect(() => pinv(Matrix.fromRows([[1e-310, 0]]))).toThrow(
      "pinv: expected a matrix whose pseudo-inverse is in the range of float64, got a 1×2 matrix of entries up to 1.0e-310",
    );
  });

  test("a derivative where a tolerance cuts into the data", () => {
    const A = Matrix.fromRows([
      [1, 0],
      [0, 1e-4],
    ]);
    const { tangent, adjoint } = plainRule(pinv.rule, 1);
    expect(() => tangent([A], [A])).toThrow(DomainError);
    expect(() => adjoint?.([A], [A])).toThrow(
      "pinv: expected a matrix of rank 1 up to rounding to differentiate, got a 2×2 matrix of which 0.00010 was left out",
    );
  });
});

const shapes = sizes.flatMap((n): [number, number][] => [
  [n, n],
  [n, 2 * n + 1],
  [2 * n + 1, n],
]);

const product = (m: number, r: number, n: number): Matrix =>
  matmul(randomMatrix(m, r, 3), randomMatrix(r, n, 4));

/** The four conditions of Moore and Penrose, relative to the condition number. */
const expectPseudoinverse = (A: Matrix, X: Matrix, condition: number): void => {
  const tolerance = 100 * Math.max(A.rows, A.cols, 1) * Number.EPSILON * condition;
  const [AX, XA] = [matmul(A, X), matmul(X, A)];
  expect(X.shape).toEqual([A.cols, A.rows]);
  expect(relativeError(matmul(AX, A).data, A.data)).toBeLessThan(tolerance);
  expect(relativeError(matmul(XA, X).data, X.data)).toBeLessThan(tolerance);
  expect(relativeError(transpose(AX).data, AX.data)).toBeLessThan(tolerance);
  expect(relativeError(transpose(XA).data, XA.data)).toBeLessThan(tolerance);
};

test.each<[string, Matrix, number]>([
  ...shapes.map(([m, n]): [string, Matrix, number] => [
    `random ${m}×${n}`,
    randomMatrix(m, n),
    m === n ? 100 : 10,
  ]),
  ["deficient, tall", product(9, 3, 5), 10],
  ["deficient, wide", product(5, 2, 9), 10],
  ["deficient, large", product(70, 20, 60), 100],
  ["zero", new Matrix(4, 3), 1],
  ["no rows", new Matrix(0, 3), 1],
  ["no columns", new Matrix(3, 0), 1],
  ["Hilbert", hilbert(5), 1e5],
  ["Vandermonde", vandermonde(30, 6), 100],
  ["graded", graded(8, 5, 1e-5, "columns"), 1e5],
])("%s satisfies the conditions of Moore and Penrose", (_, A, condition) => {
  expectPseudoinverse(A, pinv(A), condition);
});

test.each([1e-300, 1e-150, 1e150, 1e300])("entries near %d", (unit) => {
  for (const A of [randomMatrix(6, 3), randomMatrix(3, 6), product(5, 2, 4)]) {
    const scaled = new Matrix(
      A.rows,
      A.cols,
      A.data.map((entry) => entry * unit),
    );
    const X = pinv(scaled).data.map((entry) => entry * unit);
    expect(relativeError(X, pinv(A).data)).toBeLessThan(1e-13);
  }
});

test("of an invertible matrix it is the inverse, twice it is the matrix", () => {
  const A = randomMatrix(7, 7);
  expect(relativeError(pinv(A).data, inv(A).data)).toBeLessThan(1e-12);
  const B = product(7, 3, 5);
  expect(relativeError(pinv(pinv(B)).data, B.data)).toBeLessThan(1e-13);
});

test("applied to something it is lstsq", () => {
  const [A, B] = [product(7, 3, 5), randomMatrix(7, 2)];
  expect(relativeError(matmul(pinv(A), B).data, lstsq(A, B).data)).toBeLessThan(1e-13);
});

test("a tolerance cuts off what is small", () => {
  const A = Matrix.fromRows([
    [1, 0],
    [0, 1e-4],
  ]);
  expect(pinv(A).at(1, 1)).toBeCloseTo(1e4, 8);
  expect(pinv(A, { tolerance: 1e-3 })).toEqual(new Matrix(2, 2, Float64Array.of(1, 0, 0, 0)));
});

describe.each([
  [5, 2, 4],
  [4, 2, 5],
  [4, 1, 4],
])("derivatives of a %i×… matrix of rank %i with %i columns", (m, r, n) => {
  const factors: [Matrix, Matrix] = [randomMatrix(m, r, 3), randomMatrix(r, n, 4)];
  const directions: [Matrix, Matrix] = [randomMatrix(m, r, 5), randomMatrix(r, n, 6)];
  const A = matmul(...factors);
  const { value, tangent, adjoint } = plainRule(pinv.rule, r);

  test("the tangent is the limit of differences along that rank", () => {
    const differences = alongProduct((A) => value([A]), factors, directions);
    const exact = entries(tangent([A], [productTangent(factors, directions)]));
    expect(relativeError(differences, exact)).toBeLessThan(1e-9);
  });

  test("the adjoint is the transpose", () => {
    const [dA, bar] = [randomMatrix(m, n, 9), randomMatrix(n, m, 11)];
    const forward = inner([bar], tangent([A], [dA]));
    const back = inner(adjoint?.([A], [bar]) ?? [], [dA]);
    expect(Math.abs(forward - back)).toBeLessThan(1e-12 * Math.max(1, Math.abs(forward)));
  });
});
