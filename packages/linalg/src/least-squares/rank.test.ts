import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { graded, hilbert, kahan, randomMatrix, sizes } from "../../test-support/matrices.ts";
import { columnSpace, identity, matmul, nullSpace, pinv, rank, trace } from "../index.ts";

describe("wrong operands", () => {
  test("no matrix, NaN, a tolerance below 0", () => {
    // What a program that is not type-checked may pass.
    const x: unknown = Float64Array.of(1);
    expect(() => rank(x as Matrix)).toThrow(ShapeError);
    expect(() => rank(x as Matrix)).toThrow("rank: expected a matrix, got a vector of 1");
    expect(() => rank(Matrix.fromRows([[NaN]]))).toThrow(DomainError);
    expect(() => rank(Matrix.fromRows([[NaN]]))).toThrow("rank: expected a matrix of finite");
    expect(() => rank(identity(2), { tolerance: -1 })).toThrow("rank: expected { tolerance }");
  });
});

test.each(sizes)("of a product of full-rank factors, size %i", (n) => {
  for (const r of [0, 1, 2, 5].filter((r) => r <= n)) {
    const A = (m: number) => matmul(randomMatrix(m, r, 3), randomMatrix(r, n, 4));
    expect([rank(A(n)), rank(A(2 * n + 1)), rank(A(Math.max(r, 1)))]).toEqual([r, r, r]);
  }
});

test.each<[string, Matrix, number]>([
  ["nothing", new Matrix(0, 0), 0],
  ["no rows", new Matrix(0, 4), 0],
  ["zero", new Matrix(3, 4), 0],
  ["identity", identity(5), 5],
  ["graded columns", graded(6, 4, 1e-10, "columns"), 4],
  ["tiny", new Matrix(2, 2, Float64Array.of(1e-310, 0, 0, 1e-310)), 2],
  ["huge", new Matrix(2, 2, Float64Array.of(1e308, 1e308, 1e308, 1e308)), 1],
  // n·2⁻⁵² of the longest column is what the singular value decomposition decides by.
  ["Kahan 60", kahan(60, 1.2), 60],
  ["Kahan 90", kahan(90, 1.2), 89],
  ["Kahan 120", kahan(120, 1.2), 119],
  ["Kahan 200", kahan(200, 1.2), 199],
])("of %s", (_, A, expected) => {
  expect(rank(A)).toBe(expected);
});

test("a tolerance is relative to the longest column", () => {
  const A = Matrix.fromRows([
    [1e3, 0, 0],
    [0, 1, 0],
    [0, 0, 1e-3],
  ]);
  expect([0, 1e-7, 1e-5, 1e-2].map((tolerance) => rank(A, { tolerance }))).toEqual([3, 3, 2, 1]);
});

test("where all columns are equally long, the tolerance is still what decides", () => {
  expect(rank(kahan(34, 0.9), { tolerance: 3.16e-6 })).toBe(33);
});

test.each([
  hilbert(14),
  kahan(90, 1.2),
  kahan(200, 1.2),
  graded(9, 12, 1e-20, "both"),
  new Matrix(3, 3),
])("every function decides alike, %#", (A) => {
  const r = rank(A);
  expect(nullSpace(A).cols).toBe(A.cols - r);
  expect(columnSpace(A).cols).toBe(r);
  expect(Math.round(trace(matmul(pinv(A), A)))).toBe(r);
});
