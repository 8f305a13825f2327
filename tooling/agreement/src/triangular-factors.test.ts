import { type MatrixValue, type Scalar, Matrix, at, matrix, mul, sum } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import { det, diagonalMatrix, ldl, lu, solve, symmetricPart } from "@jacobian/linalg";
import * as tape from "@jacobian/tape";
import { describe, expect, test } from "vitest";

describe("lu", () => {
  test("has a derivative at every invertible matrix", () => {
    const A = diagonalMatrix(Float64Array.of(1, 1e-20));
    for (const { gradient } of [dual, tape]) {
      const got = gradient((A: MatrixValue) => sum(lu(A).U))(A);
      // U = [a b; 0 d − c·b/a]
      expect(got.toJSON()).toEqual([
        [1, 1],
        [0, 1],
      ]);
    }
  });

  test("solves as solve does, and knows its condition", () => {
    const A = matrix([
      [0.2, 1.5, -1],
      [-1, 0.4, 0.25],
      [0.7, -0.3, 2],
    ]);
    const b = Float64Array.of(1, -2, 3);
    for (const { gradient } of [dual, tape]) {
      const got = gradient((A: MatrixValue) => sum(lu(A).solve(b)))(A);
      expect(got).toEqual(gradient((A: MatrixValue) => sum(solve(A, b)))(A));
      const scaled = gradient((A: MatrixValue) => mul(lu(A).rcond, sum(A)))(A);
      expect(new Set(scaled.data)).toEqual(new Set([lu(A).rcond]));
    }
  });

  test("has the derivative of det at a matrix of rank n − 1: Π uᵢᵢ", () => {
    const A = matrix([
      [2, 4],
      [1, 2],
    ]);
    const product = (A: MatrixValue): Scalar => {
      const { U, sign } = lu(A);
      return mul(sign, mul(at(U, 0, 0), at(U, 1, 1)));
    };
    for (const { gradient } of [dual, tape]) {
      expect(gradient(product)(A).toJSON()).toEqual([
        [2, -1],
        [-4, 2],
      ]);
    }
  });

  test("asks for no derivative of factors that are not used", () => {
    const A = matrix([
      [1, 2],
      [2, 4],
    ]);
    for (const { gradient } of [dual, tape]) {
      const got = gradient((A: MatrixValue) => mul(lu(A).sign, sum(A)))(A);
      expect(new Set(got.data)).toEqual(new Set([-1]));
    }
  });
});

describe("ldl", () => {
  test("has the derivative of det at a matrix of rank n − 1: det D", () => {
    const A = matrix([
      [0, 2, 2],
      [2, 0, 2],
      [2, 2, 4],
    ]);
    expect(ldl(A).D.at(2, 2)).toBe(0);
    for (const { gradient } of [dual, tape]) {
      const got = gradient((A: MatrixValue) => det(ldl(A).D))(A);
      const expected = gradient((A: MatrixValue) => det(symmetricPart(A)))(A);
      got.data.forEach((entry, k) => {
        expect(entry).toBeCloseTo(expected.data[k] ?? NaN, 12);
      });
    }
  });

  test("asks for no derivative of factors that are not used", () => {
    for (const { gradient } of [dual, tape]) {
      const got = gradient((A: MatrixValue) => mul(ldl(A).permutation[0] ?? NaN, sum(A)))(
        new Matrix(2, 2),
      );
      expect(got.toJSON()).toEqual(new Matrix(2, 2).toJSON());
    }
  });
});
