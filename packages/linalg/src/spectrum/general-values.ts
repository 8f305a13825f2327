import { type Plain, ConvergenceError, DomainError, describeShape, shapeOf } from "@jacobian/core";
import { finiteEntries } from "../finite.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { type GeneralEigen, generalEigen } from "../kernels/general-eigen.ts";
import { squareSize } from "../shapes.ts";

/**
 * The eigenvalues of a plain square matrix, and what spans its eigenvectors.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A or among the eigenvalues.
 */
export const ofGeneral = (operation: string, A: Plain, withVectors: boolean): GeneralEigen => {
  const n = squareSize(operation, shapeOf(A));
  const entries = finiteEntries(operation, A);
  const result = generalEigen(entries, n, withVectors);
  if (result === undefined) {
    throw new ConvergenceError(
      `${operation}: expected the QR iteration to end, got 30 steps for each eigenvalue of ${describeShape(shapeOf(A))}; report this matrix`,
    );
  }
  if (result.re.every(Number.isFinite) && result.im.every(Number.isFinite)) return result;
  throw new DomainError(
    `${operation}: expected eigenvalues in the range of float64, got entries up to ${largestMagnitude(entries).toPrecision(2)}; scale the matrix down first`,
  );
};
