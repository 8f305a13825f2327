import { Matrix, entriesOf } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, relativeError } from "../../test-support/matrices.ts";
import { cofactorsByMinors, laplace } from "../../test-support/oracles.ts";
import { matmul, transpose } from "../index.ts";
import { expansion } from "./berkowitz.ts";

/** Plain in, plain out. */
const plain = (S: Matrix) => {
  const { determinant, adjugate } = expansion(S);
  return { determinant: Number(determinant), adjugate: adjugate as Matrix };
};

describe.each([1, 2, 3, 4, 5, 6, 7])("determinant and adjugate, size %i", (k) => {
  test("are Laplace's expansions", () => {
    const S = randomMatrix(k, k);
    const { determinant, adjugate } = plain(S);
    expect(relativeError([determinant], [laplace(S)])).toBeLessThan(1e-13);
    expect(relativeError(transpose(adjugate).data, cofactorsByMinors(S).data)).toBeLessThan(1e-13);
  });

  test("are exact for small whole numbers, of any rank", () => {
    const whole = (m: number, n: number, seed: number): Matrix =>
      new Matrix(
        m,
        n,
        randomMatrix(m, n, seed).data.map((entry) => Math.round(3 * entry)),
      );
    for (let rank = 0; rank <= k; rank++) {
      const S = matmul(whole(k, rank, 3), whole(rank, k, 4));
      const { determinant, adjugate } = plain(S);
      expect(determinant).toBeCloseTo(laplace(S), 12);
      // + 0 makes 0 of −0.
      const entries = (A: Matrix) => Array.from(entriesOf(A), (entry) => entry + 0);
      expect(entries(transpose(adjugate))).toEqual(entries(cofactorsByMinors(S)));
    }
  });
});

test("digits are not lost to cancellation: S·adj(S) = det S·I, size 20", () => {
  const S = randomMatrix(20, 20);
  const { determinant, adjugate } = plain(S);
  const product = matmul(S, adjugate);
  for (let i = 0; i < 20; i++) product.data[i * 21]! -= determinant;
  expect(Math.max(...product.data.map(Math.abs))).toBeLessThan(1e-9 * Math.abs(determinant));
});
