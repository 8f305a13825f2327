import { Matrix } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { along, derivatives } from "./determinant-lines.ts";

/** Whole numbers from −most to most, the same in every run (Park & Miller 1988). */
const wholeNumbers = (n: number, m: number, most: number, seed: number): Matrix => {
  let state = seed;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let k = 0; k < 5; k++) next();
  const entries = Float64Array.from({ length: n * m }, () => Math.round((2 * next() - 1) * most));
  return new Matrix(n, m, entries);
};

/**
 * The coefficients of the powers of t in det(A + t·B), exactly: Laplace's expansion along the rows, each set
 * of columns once.
 */
const coefficients = (A: Matrix, B: Matrix): bigint[] => {
  const n = A.rows;
  const known = new Map<number, bigint[]>();
  const expand = (i: number, taken: number): bigint[] => {
    if (i === n) return [1n];
    const before = known.get(taken);
    if (before !== undefined) return before;
    const to = Array.from({ length: n - i + 1 }, () => 0n);
    let sign = 1n;
    for (let j = 0; j < n; j++) {
      if (taken & (1 << j)) continue;
      const [a, b] = [BigInt(A.at(i, j)), BigInt(B.at(i, j))];
      expand(i + 1, taken | (1 << j)).forEach((c, k) => {
        to[k] = (to[k] ?? 0n) + sign * a * c;
        to[k + 1] = (to[k + 1] ?? 0n) + sign * b * c;
      });
      sign = -sign;
    }
    known.set(taken, to);
    return to;
  };
  return expand(0, 0);
};

describe("the first four derivatives are those of the exact polynomial, without a lost digit", () => {
  const kinds: readonly (readonly [string, (n: number) => Matrix])[] = [
    ["invertible", (n) => wholeNumbers(n, n, 100, n)],
    ...[1, 2, 3, 4].map((less) => {
      const ofRank = (n: number): Matrix => {
        const [left, right] = [wholeNumbers(n, n - less, 30, n), wholeNumbers(n - less, n, 30, 7)];
        return matmul(left, right);
      };
      return [`of rank n − ${less}`, ofRank] as const;
    }),
    [
      "one unit beside one of rank n − 1",
      (n) => {
        const A = matmul(wholeNumbers(n, n - 1, 3000, n), wholeNumbers(n - 1, n, 3000, 7));
        A.data[0] = (A.data[0] ?? NaN) + 1;
        return A;
      },
    ],
    [
      "with rows of widely different size",
      (n) => {
        const A = wholeNumbers(n, n, 1e5, n);
        return new Matrix(
          n,
          n,
          A.data.map((x, k) => Math.round(x * 2 ** (-4 * Math.floor(k / n)))),
        );
      },
    ],
  ];

  test.each(kinds.flatMap(([kind, make]) => [4, 5, 6, 8].map((n) => ({ kind, n, make }))))(
    "$kind, size $n",
    ({ n, make }) => {
      const [A, B] = [make(n), wholeNumbers(n, n, 100, 3)];
      const exact = coefficients(A, B).map(Number);
      // The powers of a length at which A and t·B are of one size make the terms comparable.
      const length = Math.max(1, ...A.data.map(Math.abs)) / 100;
      const scale = Math.max(...exact.map((c, k) => Math.abs(c) * length ** k));
      let factorial = 1;
      derivatives(along(A, B), 5).forEach((got, k) => {
        factorial *= Math.max(k, 1);
        const error = Math.abs(got / factorial - (exact[k] ?? 0)) * length ** k;
        expect(error / scale, `order ${k}`).toBeLessThan(5e-14);
      });
    },
  );
});
