import { expect, test } from "vitest";
import { hilbert, randomMatrix, relativeError, sizes } from "../../test-support/matrices.ts";
import { inv, matmul, transpose } from "../index.ts";
import { reciprocalCondition, surelyAbove } from "./condition.ts";
import { factorize } from "./factorize.ts";
import { substituteTransposed } from "./substitute.ts";

/** The largest sum of magnitudes in a column, by its definition. */
const norm1 = (n: number, a: Float64Array): number =>
  Math.max(
    ...Array.from({ length: n }, (_, j) =>
      Array.from({ length: n }, (_, i) => Math.abs(a[i * n + j]!)).reduce((s, x) => s + x, 0),
    ),
  );

test.each([...sizes.filter((n) => n > 0).map((n) => randomMatrix(n, n)), hilbert(5), hilbert(9)])(
  "is at least 1/(‖A‖·‖A⁻¹‖), and at most three times that, %#",
  (A) => {
    const n = A.rows;
    const exact = 1 / (norm1(n, A.data) * norm1(n, inv(A).data));
    const estimate = reciprocalCondition(A.data, factorize(A.data, n));
    expect(estimate).toBeGreaterThanOrEqual(exact * (1 - 1e-3));
    expect(estimate).toBeLessThanOrEqual(3 * exact);
  },
);

test("is 1 of a number and of nothing", () => {
  expect(reciprocalCondition(Float64Array.of(-3), factorize(Float64Array.of(-3), 1))).toBe(1);
  expect(reciprocalCondition(new Float64Array(0), factorize(new Float64Array(0), 0))).toBe(1);
});

test("is that of A/unit, and 0 where an inverse leaves the range", () => {
  const alone = Float64Array.of(1e-310);
  expect(reciprocalCondition(alone, factorize(alone, 1))).toBe(0);
  expect(reciprocalCondition(alone, factorize(alone, 1, 2 ** -1030))).toBe(1);
  const tiny = Float64Array.of(1e-310, 0, 0, 1);
  expect(reciprocalCondition(tiny, factorize(tiny, 2))).toBe(0);
});

test.each([...[1, 2, 7, 20].map((n) => randomMatrix(n, n)), hilbert(5), hilbert(9)])(
  "is surely above every bound far below it, and above none beyond it, %#",
  (A) => {
    const factors = factorize(A.data, A.rows);
    const exact = 1 / (norm1(A.rows, A.data) * norm1(A.rows, inv(A).data));
    expect(surelyAbove(exact * 1.001, A.data, factors)).toBe(false);
    expect(surelyAbove(exact / 4 ** A.rows, A.data, factors)).toBe(true);
  },
);

test("of a singular matrix nothing is sure, of an empty one all", () => {
  const singular = Float64Array.of(1, 2, 2, 4);
  expect(surelyAbove(1e-300, singular, factorize(singular, 2))).toBe(false);
  expect(surelyAbove(1, new Float64Array(0), factorize(new Float64Array(0), 0))).toBe(true);
});

test.each(sizes)("Aᵀ·substituteTransposed = b, size %i", (n) => {
  const [A, b] = [randomMatrix(n, n), randomMatrix(1, n).data];
  const x = substituteTransposed(factorize(A.data, n), b);
  expect(relativeError(matmul(transpose(A), x), b)).toBeLessThan(1e-12);
});
