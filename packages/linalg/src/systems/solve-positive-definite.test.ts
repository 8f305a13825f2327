import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  hilbert,
  randomMatrix,
  randomVector,
  relativeError,
  sizes,
} from "../../test-support/matrices.ts";
import { plainRule } from "../../test-support/rules.ts";
import {
  diagonalMatrix,
  identity,
  matmul,
  solve,
  solvePositiveDefinite,
  symmetricPart,
  timesTransposed,
  transpose,
} from "../index.ts";

/** B·Bᵀ + n·I, and something antisymmetric, which does not count. */
const definite = (n: number, unit = 1): Matrix => {
  const B = randomMatrix(n, n);
  const [S, I] = [timesTransposed(B, B), identity(n)];
  const entries = S.data.map((s, k) => s + n * I.data[k]!);
  return new Matrix(
    n,
    n,
    entries.map((s, k) => unit * (s + B.data[k]! - transpose(B).data[k]!)),
  );
};

describe("wrong operands", () => {
  test("shapes", () => {
    const call = () => solvePositiveDefinite(definite(3), randomVector(2));
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(
      "solvePositiveDefinite: expected a square matrix, and a vector or matrix with as many rows, got a 3×3 matrix and a vector of 2",
    );
  });

  test("indefinite, semidefinite and nearly singular", () => {
    const indefinite = () =>
      solvePositiveDefinite(
        Matrix.fromRows([
          [1, 2],
          [2, 1],
        ]),
        randomVector(2),
      );
    expect(indefinite).toThrow(DomainError);
    expect(indefinite).toThrow(
      "solvePositiveDefinite: expected a positive definite matrix, got a 2×2 matrix whose pivot 1 is -3.0; use solve",
    );
    expect(() => solvePositiveDefinite(new Matrix(2, 2), randomVector(2))).toThrow(DomainError);
    const H = Matrix.fromRows([
      [1, 0],
      [0, 1e-17],
    ]);
    expect(() => solvePositiveDefinite(H, randomVector(2))).toThrow(SingularMatrixError);
    const D = diagonalMatrix(Float64Array.of(1e200, 1e-150));
    expect(() => solvePositiveDefinite(D, randomVector(2))).toThrow(SingularMatrixError);
  });

  test("NaN", () => {
    const call = () => solvePositiveDefinite(Matrix.fromRows([[NaN]]), randomVector(1));
    expect(call).toThrow("solvePositiveDefinite: expected a matrix of finite numbers, got NaN");
  });
});

test.each(sizes)("(A + Aᵀ)/2·x = b, size %i", (n) => {
  const [A, b, B] = [definite(n), randomVector(n, 5), randomMatrix(n, 3)];
  const S = symmetricPart(A);
  expect(relativeError(matmul(S, solvePositiveDefinite(A, b)), b)).toBeLessThan(1e-13);
  const X = solvePositiveDefinite(A, B);
  expect(relativeError(matmul(S, X).data, B.data)).toBeLessThan(1e-13);
  expect(relativeError(X.data, solve(S, B).data)).toBeLessThan(1e-13);
  expect(A.data).toEqual(definite(n).data);
});

test("a Hilbert matrix is solved with a small residual", () => {
  const [H, b] = [hilbert(10), randomVector(10)];
  const x = solvePositiveDefinite(H, b);
  const scale = Math.max(...x.map(Math.abs));
  expect(relativeError(matmul(H, x), b)).toBeLessThan(100 * Number.EPSILON * scale);
});

test.each([1e150, 1e-150, 1e300, 1e-300])("entries near %d", (unit) => {
  const b = randomVector(4);
  const x = solvePositiveDefinite(
    definite(4, unit),
    b.map((entry) => entry * unit),
  );
  expect(relativeError(x, solvePositiveDefinite(definite(4), b))).toBeLessThan(1e-13);
});

test("the adjoint of A is symmetric", () => {
  const { adjoint } = plainRule(solvePositiveDefinite.rule, undefined);
  const [bar] = adjoint?.([definite(4), randomVector(4)], [randomVector(4, 9)]) ?? [];
  expect(transpose(bar as Matrix)).toEqual(bar);
});
