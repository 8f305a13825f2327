import {
  type Plain,
  SingularMatrixError,
  describeShape,
  entriesOf,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { largestMagnitude } from "../kernels/exponent.ts";

/** Whether each column of an array with this many has an entry that is NaN or infinite. */
const overflown = (entries: Float64Array, columns: number): boolean[] => {
  const found = new Array<boolean>(columns).fill(false);
  entries.forEach((entry, k) => {
    if (!Number.isFinite(entry)) found[k % columns] = true;
  });
  return found;
};

/**
 * The solution with these entries, in this shape, of a problem with the matrix A and the right-hand side b. What is not
 * finite in b travels on within its column.
 * @throws SingularMatrixError, with the remedy, if the solution leaves the range in a column in which b is finite.
 */
export const solutionInRange = (
  operation: string,
  A: Plain,
  b: Plain,
  shape: readonly number[],
  x: Float64Array,
  remedy: string,
): Plain => {
  if (x.every(Number.isFinite)) return plainOf(shape, x);
  const [, columns = 1] = shape;
  const given = overflown(entriesOf(b), columns);
  if (overflown(x, columns).every((wrong, j) => !wrong || given[j])) return plainOf(shape, x);
  throw new SingularMatrixError(
    `${operation}: expected a problem whose solution is in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; ${remedy}`,
  );
};
