import {
  type Plain,
  ConvergenceError,
  DomainError,
  describeShape,
  entriesOf,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { finiteEntries } from "../finite.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { singularFactors, singularValuesOf } from "../kernels/svd.ts";
import { matrixShape } from "../shapes.ts";

/** What a kernel gives, if its iteration ended within the range of float64. */
const checked = <T>(
  operation: string,
  A: Plain,
  kernel: (a: Float64Array, m: number, n: number) => T | undefined,
  valuesOf: (result: T) => Float64Array,
): T => {
  const [m, n] = matrixShape(operation, shapeOf(A));
  const entries = finiteEntries(operation, A);
  const result = kernel(entries, m, n);
  if (result === undefined) {
    throw new ConvergenceError(
      `${operation}: expected the QR iteration to end, got 60 sweeps for each singular value of ${describeShape(shapeOf(A))}; report this matrix`,
    );
  }
  if ((valuesOf(result)[0] ?? 0) < Infinity) return result;
  throw new DomainError(
    `${operation}: expected singular values in the range of float64, got entries up to ${largestMagnitude(entries).toPrecision(2)}; scale the matrix down first`,
  );
};

/**
 * The singular values of a plain matrix, descending.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in it or among its values.
 */
export const plainSingularValues = (operation: string, A: Plain): Float64Array =>
  checked(operation, A, singularValuesOf, (s) => s);

/**
 * U, s and V of a plain matrix.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in it or among its values.
 */
export const plainSvd = (
  operation: string,
  A: Plain,
): readonly [U: Plain, s: Float64Array, V: Plain] => {
  const { U, s, V } = checked(operation, A, singularFactors, (factors) => factors.s);
  const [m, n] = matrixShape(operation, shapeOf(A));
  return [plainOf([m, s.length], U), s, plainOf([n, s.length], V)];
};

/** How far singular values are known: max(m, n)·2⁻⁵² times the largest. */
export const known = (values: Plain, m: number, n: number): number =>
  Math.max(m, n) * Number.EPSILON * (entriesOf(values)[0] ?? 0);

/**
 * Singular values of an m×n matrix have derivatives where they are simple and not 0, as far as they are
 * known.
 * @throws DomainError naming the first that are not.
 */
export const refuseKinks = (operation: string, values: Plain, m: number, n: number): void => {
  const entries = entriesOf(values);
  const least = known(values, m, n);
  const at = entries.findIndex((value, i) => value - (entries[i + 1] ?? 0) <= least);
  if (at < 0) return;
  const got =
    at + 1 < entries.length && entries[at]! > least
      ? `singular values ${entries[at]!} and ${entries[at + 1]!} (nos. ${at} and ${at + 1})`
      : `singular value ${entries[at]!} (no. ${at})`;
  throw new DomainError(
    `${operation}: expected distinct singular values other than 0 to differentiate, got ${got}; where they meet or vanish they have no derivative, but norm(A, "fro") and norm(A, "nuclear"), polar, pinv and det may have`,
  );
};
