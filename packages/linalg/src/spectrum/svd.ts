import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  type Vector,
  Element,
  callable,
} from "@jacobian/core";
import { singularValues } from "./singular-values.ts";
import { singularVectors } from "./singular-vectors.ts";

/** A = U·diag(s)·Vᵀ */
export interface SVD<M extends MatrixValue, X extends Vector> {
  /** m×k with orthonormal columns, k = min(m, n). */
  readonly U: M;
  /** k singular values, descending, none below 0. */
  readonly s: X;
  /** n×k with orthonormal columns. */
  readonly V: M;
}

interface Decompose {
  (A: Matrix): SVD<Matrix, Float64Array>;
  (A: MatrixValue): SVD<MatrixValue, Vector>;
}

/** Of an element U and V only when they are asked for: s alone needs less. */
const lazily = (A: Value) => {
  let vectors: readonly Value[] | undefined;
  let values: Value | undefined;
  const factors = (): readonly Value[] => (vectors ??= singularVectors([A]));
  return {
    get U() {
      return factors()[0];
    },
    get s() {
      return vectors?.[1] ?? (values ??= singularValues(A));
    },
    get V() {
      return factors()[2];
    },
  };
};

/**
 * The thin singular value decomposition A = U·diag(s)·Vᵀ of an m×n matrix, with s descending. In each
 * column of V the first entry of at least 0.9 times the largest magnitude is positive. The derivatives of
 * s, U and V exist for distinct singular values other than 0 (Giles 2008, 3.2; Townsend 2016;
 * docs/rules.md (8.7) and, backwards, (8.8)). Columns that belong to values of 0 are orthonormal too.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, if a singular value leaves the
 * range of float64, and in the derivative where singular values meet or vanish, as far as they are known
 * (max(m, n)·2⁻⁵² times the largest); ConvergenceError if the iteration does not end, which no matrix is
 * known to cause.
 * @example
 * svd(matrix([[0, 2], [-3, 0]])).s; // Float64Array(2) [ 3, 2 ]
 */
export const svd: Decompose & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  singularVectors,
  ((A: Value) => {
    if (A instanceof Element) return lazily(A);
    const [U, s, V] = singularVectors([A]);
    return { U, s, V };
    // The overloads say that a matrix gives two matrices and a vector.
  }) as Decompose,
);
