import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { hilbert, randomMatrix } from "../../test-support/matrices.ts";
import { cond, diagonalMatrix, inv, norm, rcond, transpose } from "../index.ts";

const kinds = [1, 2, Infinity, "fro", "nuclear"] as const;

describe("wrong operands", () => {
  test("no matrix", () => {
    expect(() => cond(Float64Array.of(1, 2))).toThrow(ShapeError);
    expect(() => cond(Float64Array.of(1, 2))).toThrow("cond: expected a matrix, got a vector of 2");
  });

  test("not square for a kind that inverts", () => {
    expect(() => cond(new Matrix(2, 3), 1)).toThrow(
      "cond: expected a square matrix, got a 2×3 matrix",
    );
  });

  test("another kind", () => {
    expect(() => cond(new Matrix(2, 2), 3)).toThrow(DomainError);
    expect(() => cond(new Matrix(2, 2), 3)).toThrow(
      'cond: expected a kind 1, 2, Infinity, "fro" or "nuclear" of a matrix, got 3',
    );
  });

  test.each(kinds)("NaN, kind %s", (kind) => {
    const f = () => cond(new Matrix(2, 2, Float64Array.of(1, NaN, 0, 1)), kind);
    expect(f).toThrow(DomainError);
    expect(f).toThrow("cond: expected a matrix of finite numbers, got NaN in row 0, column 1");
  });

  test.each(kinds)("a singular matrix, kind %s", (kind) => {
    expect(() => cond(new Matrix(2, 2), kind)).toThrow(SingularMatrixError);
    expect(() => cond(new Matrix(2, 2), kind)).toThrow("cond: expected ");
    const tiny = diagonalMatrix(Float64Array.of(1e-310, 1e-310));
    if (kind !== 2) expect(() => cond(tiny, kind)).toThrow("cond: expected a matrix whose inverse");
  });

  test("infinite, not in silence", () => {
    expect(() => cond(diagonalMatrix(Float64Array.of(2, 0)))).toThrow(
      "cond: expected a matrix of full rank, got a 2×2 matrix with singular values from 2.0 down to 0.0; its condition number is infinite, look at rank or singularValues",
    );
  });
});

test("is the ratio of singular values, for any shape", () => {
  expect(
    cond(
      Matrix.fromRows([
        [0, 3],
        [-2, 0],
        [0, 0],
      ]),
    ),
  ).toBe(1.5);
  expect(cond(Matrix.fromRows([[5, 5]]))).toBe(1);
  expect(cond(new Matrix(0, 0))).toBe(1);
  expect(cond(new Matrix(0, 3), 1 + 1)).toBe(1);
});

test("of Hilbert matrices (Todd 1954)", () => {
  expect(cond(hilbert(3))).toBeCloseTo(524.056_777_586_06, 8);
  expect(cond(hilbert(6)) / 1.495_105_864_225_466e7).toBeCloseTo(1, 9);
});

test.each([1e150, 1e-150])("does not depend on scale, near %d", (size) => {
  const A = diagonalMatrix(Float64Array.of(size, size / 8));
  for (const kind of [1, 2, Infinity] as const) expect(cond(A, kind)).toBeCloseTo(8, 12);
});

test.each([1, 2, 3, 7, 20])("is ‖A‖·‖A⁻¹‖, size %i", (n) => {
  const A = randomMatrix(n, n);
  for (const kind of kinds) {
    expect(cond(A, kind) / (norm(A, kind) * norm(inv(A), kind))).toBeCloseTo(1, 10);
  }
  expect(cond(A)).toBeCloseTo(cond(transpose(A)), 9);
  expect(cond(A, 1) * rcond(A)).toBeLessThanOrEqual(3);
});
