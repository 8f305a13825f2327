import {
  type Plain,
  DomainError,
  SingularMatrixError,
  describeShape,
  entriesOf,
  shapeOf,
} from "@jacobian/core";
import { reciprocalCondition } from "./kernels/condition.ts";
import { type Factors, factorize } from "./kernels/factorize.ts";
import { squareSize } from "./shapes.ts";

/**
 * P·A = L·U of a square matrix, singular or not.
 * @throws DomainError for an entry that is NaN or infinite.
 */
export const factorsOf = (operation: string, A: Plain): Factors => {
  const n = squareSize(operation, shapeOf(A));
  const entries = entriesOf(A);
  const wrong = entries.findIndex((entry) => !Number.isFinite(entry));
  if (wrong < 0) return factorize(entries, n);
  throw new DomainError(
    `${operation}: expected a matrix of finite numbers, got ${String(entries[wrong])} in row ${Math.floor(wrong / n)}, column ${wrong % n}; look where that entry was made`,
  );
};

/**
 * P·A = L·U of a matrix that has an inverse to working precision.
 * @throws SingularMatrixError if a pivot is 0 or the reciprocal condition number is below n·2⁻⁵²;
 * DomainError for an entry that is NaN or infinite.
 */
export const invertibleFactorsOf = (operation: string, A: Plain): Factors => {
  const factors = factorsOf(operation, A);
  const condition = reciprocalCondition(entriesOf(A), factors);
  if (condition >= factors.n * Number.EPSILON) return factors;
  throw new SingularMatrixError(
    `${operation}: expected an invertible matrix, got ${describeShape(shapeOf(A))} of reciprocal condition number ${condition.toPrecision(2)}; look for rows or columns that depend on others or differ much in scale`,
  );
};
