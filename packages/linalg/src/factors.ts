import {
  type Plain,
  DomainError,
  SingularMatrixError,
  describeShape,
  entriesOf,
  shapeOf,
} from "@jacobian/core";
import { reciprocalCondition } from "./kernels/condition.ts";
import { exponentOf, largestMagnitude } from "./kernels/exponent.ts";
import { type Factors, factorize } from "./kernels/factorize.ts";
import { squareSize } from "./shapes.ts";

/** Sums, products and quotients of this many bits beyond an entry stay in the range of float64. */
const margin = 500;

/** The power of two near the largest entry if that is near an end of the range, else 1. */
const unitOf = (entries: Float64Array): number => {
  const exponent = exponentOf(largestMagnitude(entries));
  return Math.abs(exponent) <= margin || exponent === -Infinity ? 1 : 2 ** exponent;
};

/** @throws DomainError for an entry that is NaN or infinite. */
const finiteEntries = (operation: string, A: Plain): Float64Array => {
  const n = squareSize(operation, shapeOf(A));
  const entries = entriesOf(A);
  const wrong = entries.findIndex((entry) => !Number.isFinite(entry));
  if (wrong < 0) return entries;
  throw new DomainError(
    `${operation}: expected a matrix of finite numbers, got ${String(entries[wrong])} in row ${Math.floor(wrong / n)}, column ${wrong % n}; look where that entry was made`,
  );
};

/**
 * P·A = L·U of a square matrix, singular or not. A is scaled down only if elimination overflows, since
 * its smallest entries, which count here, would underflow.
 * @throws DomainError for an entry that is NaN or infinite.
 */
export const factorsOf = (operation: string, A: Plain): Factors => {
  const n = squareSize(operation, shapeOf(A));
  const entries = finiteEntries(operation, A);
  const unit = unitOf(entries);
  const factors = factorize(entries, n, Math.min(unit, 1));
  return unit <= 1 || factors.packed.every(Number.isFinite) ? factors : factorize(entries, n, unit);
};

/**
 * P·A = L·U of a matrix that has an inverse to working precision.
 * @throws SingularMatrixError if a pivot is 0 or the reciprocal condition number is below n·2⁻⁵²;
 * DomainError for an entry that is NaN or infinite.
 */
export const invertibleFactorsOf = (operation: string, A: Plain): Factors => {
  const n = squareSize(operation, shapeOf(A));
  const entries = finiteEntries(operation, A);
  const factors = factorize(entries, n, unitOf(entries));
  const condition = reciprocalCondition(entries, factors);
  if (condition >= n * Number.EPSILON) return factors;
  throw new SingularMatrixError(
    `${operation}: expected an invertible matrix, got ${describeShape(shapeOf(A))} of reciprocal condition number ${condition.toPrecision(2)}; look for rows or columns that depend on others or differ much in scale`,
  );
};
