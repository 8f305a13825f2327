import {
  type Plain,
  SingularMatrixError,
  describeShape,
  entriesOf,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { largestMagnitude } from "../kernels/exponent.ts";

/**
 * The solution with these entries, in this shape, of a problem with the matrix A and the right-hand side b. What is not
 * finite in b travels on.
 * @throws SingularMatrixError, with the remedy, if the solution leaves the range and b is finite.
 */
export const solutionInRange = (
  operation: string,
  A: Plain,
  b: Plain,
  shape: readonly number[],
  x: Float64Array,
  remedy: string,
): Plain => {
  if (x.every(Number.isFinite) || !entriesOf(b).every(Number.isFinite)) return plainOf(shape, x);
  throw new SingularMatrixError(
    `${operation}: expected a problem whose solution is in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; ${remedy}`,
  );
};
