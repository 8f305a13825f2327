import { Matrix, ShapeError, SingularMatrixError, scale } from "@jacobian/core";
import { expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { derivativeAlong, entries, inner, plainRule } from "../../test-support/rules.ts";
import { identity, matmul, symmetricPart, transpose, transposedTimes } from "../index.ts";
import { lyapunov, skewLyapunov, lyapunovEquation } from "./lyapunov.ts";

const sum = (A: Matrix, B: Matrix): Matrix =>
  new Matrix(
    A.rows,
    A.cols,
    A.data.map((entry, k) => entry + B.data[k]!),
  );

const definite = (n: number): Matrix =>
  sum(transposedTimes(randomMatrix(n, n), randomMatrix(n, n)), identity(n));

const solved = (P: Matrix, C: Matrix): Matrix => lyapunov(P, C) as Matrix;

test("wrong operands", () => {
  expect(() => lyapunov(identity(2), identity(3), "polar")).toThrow(ShapeError);
  expect(() => lyapunov(identity(2), identity(3), "polar")).toThrow(
    "polar: expected two square matrices of one size, got a 2×2 matrix and a 3×3 matrix",
  );
  const singular = Matrix.fromRows([
    [1, 1],
    [1, 1],
  ]);
  expect(() => lyapunov(singular, identity(2), "sqrtm")).toThrow(SingularMatrixError);
  expect(() => lyapunov(singular, identity(2), "sqrtm")).toThrow(
    "sqrtm: expected a matrix of full rank to differentiate, got a factor, a 2×2 matrix, with eigenvalues from",
  );
});

test.each([0, 1, 2, 3, 7, 30])("P·X + X·P = C for any C, size %i", (n) => {
  const [P, C] = [definite(n), randomMatrix(n, n, 5)];
  const X = solved(P, C);
  expect(relativeError(sum(matmul(P, X), matmul(X, P)).data, C.data)).toBeLessThan(1e-13);
});

test("of a skew C nothing is divided by twice an eigenvalue", () => {
  const P = Matrix.fromRows([
    [1, 0, 0],
    [0, 0.5, 0],
    [0, 0, 1e-12],
  ]);
  const C = randomMatrix(3, 3, 5);
  const X = skewLyapunov(P, C, "polar") as Matrix;
  expect(X).toEqual(scale(-1, transpose(X)));
  for (const [i, j, weight] of [
    [0, 1, 1.5],
    [0, 2, 1 + 1e-12],
    [1, 2, 0.5 + 1e-12],
  ] as const) {
    expect(X.at(i, j)).toBeCloseTo((C.at(i, j) - C.at(j, i)) / 2 / weight, 14);
  }
});

test("repeated eigenvalues, and P counts as its symmetric part", () => {
  const C = randomMatrix(3, 3);
  expect(
    relativeError(
      solved(identity(3), C).data,
      C.data.map((x) => x / 2),
    ),
  ).toBeLessThan(1e-15);
  const skewed = sum(
    definite(3),
    Matrix.fromRows([
      [0, 1, 2],
      [-1, 0, 3],
      [-2, -3, 0],
    ]),
  );
  expect(relativeError(solved(skewed, C).data, solved(definite(3), C).data)).toBeLessThan(1e-14);
});

test.each([false, true])(
  "its rule is the limit of differences, its adjoint the transpose; skew: %s",
  (skew) => {
    const { value, tangent, adjoint } = plainRule(lyapunovEquation.rule, {
      operation: "lyapunov",
      skew,
    });
    const inputs = [definite(3), randomMatrix(3, 3, 5)];
    // P stays symmetric.
    const v = [symmetricPart(randomMatrix(3, 3, 6)), randomMatrix(3, 3, 7)];
    const exact = tangent(inputs, v);
    expect(relativeError(derivativeAlong(value, inputs, v), entries(exact))).toBeLessThan(1e-9);
    const w = [randomMatrix(3, 3, 8)];
    expect(inner(adjoint?.(inputs, w) ?? [], v)).toBeCloseTo(inner(w, exact), 12);
  },
);
