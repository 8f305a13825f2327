import {
  type Matrix,
  type Plain,
  SingularMatrixError,
  describeShape,
  shapeOf,
} from "@jacobian/core";
import { reciprocalCondition, surelyAbove } from "../kernels/condition.ts";
import { unitOf } from "../kernels/exponent.ts";
import { type Factors, factorize } from "../kernels/factorize.ts";
import { lazily, remembered } from "./remembered.ts";

/** A matrix whose reciprocal condition number is below this has no inverse to working precision. */
export const threshold = (n: number): number => n * Number.EPSILON;

const study = /*#__PURE__*/ remembered(({ data: entries, rows: n }) => {
  const unit = unitOf(entries);
  const inUnit = lazily(() => factorize(entries, n, unit));
  // Large entries count in units of 1 if that does not overflow: the smallest would underflow.
  const exact = lazily(() => {
    if (unit <= 1) return inUnit();
    const factors = factorize(entries, n);
    return factors.packed.every(Number.isFinite) ? factors : inUnit();
  });
  return {
    inUnit,
    exact,
    rcond: lazily(() => reciprocalCondition(entries, inUnit())),
    // What is well conditioned beyond doubt needs no estimate.
    sound: lazily(() => surelyAbove(threshold(n), entries, inUnit())),
  };
});

/**
 * P·A = L·U of a square matrix, singular or not. A is scaled down only if elimination overflows, since
 * its smallest entries, which count here, would underflow.
 * @throws ShapeError unless A is square; DomainError for an entry that is NaN or infinite.
 */
export const factorsOf = (operation: string, A: Plain): Factors => study.of(operation, A).exact();

/**
 * The matrix as it was when it was factored, which nobody writes into.
 * @throws ShapeError unless A is square; DomainError for an entry that is NaN or infinite.
 */
export const keptOf = (operation: string, A: Plain): Matrix => study.kept(operation, A);

/**
 * The estimate of the reciprocal condition number of a square matrix, 0 of a singular one.
 * @throws ShapeError unless A is square; DomainError for an entry that is NaN or infinite.
 */
export const conditionOf = (operation: string, A: Plain): number => study.of(operation, A).rcond();

/**
 * P·A = L·U of a matrix that has an inverse to working precision.
 * @throws SingularMatrixError if a pivot is 0 or the reciprocal condition number is below n·2⁻⁵²;
 * ShapeError unless A is square; DomainError for an entry that is NaN or infinite.
 */
export const invertibleFactorsOf = (operation: string, A: Plain): Factors => {
  const { inUnit, rcond, sound } = study.of(operation, A);
  if (!sound()) refuseSingular(operation, A, rcond());
  return inUnit();
};

/** @throws SingularMatrixError if the reciprocal condition number is below n·2⁻⁵². */
export const refuseSingular = (operation: string, A: Plain, rcond: number): void => {
  const [n = 0] = shapeOf(A);
  if (rcond >= threshold(n)) return;
  throw new SingularMatrixError(
    `${operation}: expected an invertible matrix, got ${describeShape(shapeOf(A))} of reciprocal condition number ${rcond.toPrecision(2)}; look for rows or columns that depend on others or differ much in scale`,
    rcond,
  );
};
