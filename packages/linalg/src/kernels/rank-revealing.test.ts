import type { Matrix } from "@jacobian/core";
import { expect, test } from "vitest";
import { graded, hilbert, kahan, randomMatrix, vandermonde } from "../../test-support/matrices.ts";
import { matmul, singularValues } from "../index.ts";
import { revealing } from "./rank-revealing.ts";

const deficient = (m: number, r: number, n: number): Matrix =>
  matmul(randomMatrix(m, r, 3), randomMatrix(r, n, 4));

const matrices: Readonly<Record<string, Matrix>> = {
  "Kahan 200": kahan(200, 1.2),
  "Kahan 34": kahan(34, 0.9),
  "Kahan 60": kahan(60, 0.5),
  Hilbert: hilbert(40),
  Vandermonde: vandermonde(64, 200),
  "of low rank": deficient(40, 7, 60),
  "graded rows": graded(30, 40, 1e-20, "rows"),
  "graded columns": graded(40, 30, 1e-20, "columns"),
};

test.each(Object.entries(matrices))("what is left out of %s is small", (_name, A) => {
  for (const tolerance of [1e-2, 3.16e-6, 1e-10, 200 * Number.EPSILON]) {
    const { rank, rest } = revealing(A.data, A.rows, A.cols, tolerance);
    expect(rest).toBeLessThanOrEqual(Math.sqrt(A.cols) * tolerance);
    const s = singularValues(A).map((value, _k, [largest = NaN]) => value / largest);
    expect(s[rank - 1]).toBeGreaterThan(tolerance / A.cols);
    expect(s[rank] ?? 0).toBeLessThan(tolerance * A.cols);
  }
});
