import { unitOf } from "./exponent.ts";
import { transposed } from "./transposed.ts";
import { applyReflectors } from "./tridiagonal-reflectors.ts";
import { tridiagonalEigen } from "./tridiagonal-divide.ts";
import { iterateQl } from "./tridiagonal-ql.ts";
import { tridiagonalize } from "./tridiagonal.ts";

/** A = V·Λ·Vᵀ of a symmetric matrix. */
export interface SymmetricEigen {
  /** Λ, ascending. */
  readonly values: Float64Array;
  /** V, row by row: column j belongs to value j. */
  readonly vectors: Float64Array;
}

/**
 * A = V·Λ·Vᵀ of the symmetric n×n matrix whose lower triangle stands in a. In each column of V the first
 * entry of at least 0.9 times the largest magnitude is positive: entries that are equal but for rounding
 * do not decide. Undefined if the iteration does not end, which no finite matrix is known to cause.
 */
export const symmetricEigen = (a: Float64Array, n: number): SymmetricEigen | undefined => {
  const unit = Math.max(unitOf(a), smallestUnit);
  const T = tridiagonalize(times(a, 1 / unit), n);
  const rows = tridiagonalEigen(T.diagonal, T.beside);
  if (rows === undefined) return undefined;
  const vectors = transposed(rows, n, n);
  applyReflectors(T, vectors, n);
  orient(vectors, n);
  return { values: times(T.diagonal, unit), vectors };
};

/** The eigenvalues alone, ascending. */
export const symmetricEigenvalues = (
  a: Float64Array,
  n: number,
): Pick<SymmetricEigen, "values"> | undefined => {
  const unit = Math.max(unitOf(a), smallestUnit);
  const { diagonal, beside } = tridiagonalize(times(a, 1 / unit), n);
  if (!iterateQl(diagonal, beside, 0, n)) return undefined;
  return { values: times(diagonal.sort(), unit) };
};

/** Its reciprocal is in range. */
const smallestUnit = 2 ** -1000;

/** A copy, times a power of two. */
const times = (x: Float64Array, factor: number): Float64Array => {
  const to = x.slice();
  if (factor !== 1) for (let k = 0; k < to.length; k++) to[k]! *= factor;
  return to;
};

/** Turns the columns that point the other way. */
const orient = (vectors: Float64Array, n: number): void => {
  const largest = new Float64Array(n);
  for (let row = 0; row < vectors.length; row += n) {
    for (let j = 0; j < n; j++) {
      const size = Math.abs(vectors[row + j]!);
      if (size > largest[j]!) largest[j] = size;
    }
  }
  const signs = new Float64Array(n);
  for (let row = 0; row < vectors.length; row += n) {
    for (let j = 0; j < n; j++) {
      const entry = vectors[row + j]!;
      if (signs[j] === 0 && Math.abs(entry) >= 0.9 * largest[j]!) signs[j] = entry > 0 ? 1 : -1;
    }
  }
  for (let row = 0; row < vectors.length; row += n) {
    // + 0 makes 0 of −0.
    for (let j = 0; j < n; j++) vectors[row + j] = vectors[row + j]! * signs[j]! + 0;
  }
};
