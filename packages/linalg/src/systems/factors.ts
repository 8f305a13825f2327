import { type Plain, SingularMatrixError, describeShape, shapeOf } from "@jacobian/core";
import { reciprocalCondition } from "../kernels/condition.ts";
import { finiteEntries } from "../finite.ts";
import { unitOf } from "../kernels/exponent.ts";
import { type Factors, factorize } from "../kernels/factorize.ts";
import { squareSize } from "../shapes.ts";

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
    condition,
  );
};
