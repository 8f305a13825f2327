import {
  type Matrix,
  type MatrixValue,
  type Value,
  DomainError,
  describeShape,
  log,
  shapeOf,
} from "@jacobian/core";
import { spectralFamily } from "./spectral-family.ts";

interface Logm {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
}

const family = /*#__PURE__*/ spectralFamily("logm", (A, values) => {
  const n = values.length;
  const [least = 1, most = 1] = [values[0], values[n - 1]];
  if (n === 0 || least > n * Number.EPSILON * most) return;
  throw new DomainError(
    `logm: expected a matrix whose symmetric part is positive definite, got ${describeShape(shapeOf(A))} with eigenvalues from ${least.toPrecision(3)} to ${most.toPrecision(3)}; the least must exceed n·2⁻⁵² times the largest`,
  );
});

/**
 * The logarithm of the symmetric part S = (A + Aᵀ)/2 of a square matrix, if it is positive definite: the
 * symmetric matrix X with e^X = S. It is `spectralFunction(log, A)` (docs/rules.md (13.5)), but
 * refuses a least eigenvalue of n·2⁻⁵² times the largest or less, whose logarithm has no digit right.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, or unless S is positive definite to
 * working precision.
 * @example
 * logm(matrix([[1, 0], [0, 1]])); // Matrix 2×2 [0 0] [0 0]
 */
// The overloads say that a matrix gives a matrix.
export const logm = ((A: Value) => family([A], log)[0]) as Logm;
