import {
  type Plain,
  type StructuredRule,
  Matrix,
  add,
  div,
  entriesOf,
  value,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { singularValue } from "../norms/singular-pair.ts";
import { eigvalsh, matmul, randomMatrix, singularValues, transpose } from "../index.ts";

// A rule says of which symmetric matrix its outputs are eigenvalues, also where they meet and have no derivative
// each: an engine for kinks relies on it.

const stated = <S>(rule: StructuredRule<S>, A: Matrix, s: S) => {
  const found = rule.traits.spectrum?.([A], s);
  if (found === undefined) throw new Error(`${rule.name} states no spectrum`);
  // Made of a plain matrix it is plain, and so is what is computed of it.
  const symmetric = value(found.matrix) as Matrix;
  const [values, vectors] = found.decompose(symmetric) as readonly [Float64Array, Matrix];
  const outputs = entriesOf(rule.apply([A], s)[0] as Plain);
  return { symmetric, indices: found.indices, values, vectors, outputs };
};

const close = (x: ArrayLike<number>, y: ArrayLike<number>): void => {
  expect(x.length).toBe(y.length);
  Array.from(x).forEach((entry, k) => {
    expect(entry).toBeCloseTo(y[k]!, 12);
  });
};

describe.each<[string, Matrix]>([
  ["a tall matrix", randomMatrix(4, 2, { seed: 5 })],
  ["a wide matrix", randomMatrix(2, 3, { seed: 6 })],
  ["a square matrix", randomMatrix(3, 3, { seed: 7 })],
  ["values that meet", new Matrix(2, 2, Float64Array.of(0, 2, 2, 0))],
  ["a matrix of rank 1", new Matrix(2, 2, Float64Array.of(1, 2, 2, 4))],
])("%s", (_name, A) => {
  test.each([
    ["singularValues", () => stated(singularValues.rule, A, undefined)],
    ["the largest alone", () => stated(singularValue.rule, A, { index: 0, operation: "norm" })],
    ["the second alone", () => stated(singularValue.rule, A, { index: 1, operation: "norm" })],
    ["eigvalsh", () => stated(eigvalsh.rule, matmul(A, transpose(A)), undefined)],
  ])("%s: eigenvalues of the matrix at the places", (_rule, of) => {
    const { symmetric, indices, values, vectors, outputs } = of();
    close(
      Array.from(indices, (k) => values[k]!),
      outputs,
    );
    // S·V = V·Λ of the symmetric part, VᵀV = I.
    const S = div(add(symmetric, transpose(symmetric)), 2);
    const n = values.length;
    close(
      matmul(S, vectors).data,
      vectors.data.map((entry, k) => entry * values[k % n]!),
    );
    close(
      matmul(transpose(vectors), vectors).data,
      Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)),
    );
  });
});
