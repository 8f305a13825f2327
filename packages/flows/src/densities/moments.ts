import { type Value, ShapeError, describeShape, isValue, notAValue, shapeOf } from "@jacobian/core";
import type { MatrixValue, Vector } from "jacobian";

/** Mean and covariance: of a normal distribution all there is to know. */
export interface Moments {
  /** d entries */
  readonly mean: Vector;
  /** d×d, symmetric and positive definite */
  readonly covariance: MatrixValue;
}

/**
 * How many coordinates they are of.
 * @throws ShapeError unless the mean is a vector of d and the covariance a d×d matrix.
 */
export const momentsSize = (operation: string, { mean, covariance }: Moments): number => {
  for (const x of [mean, covariance] as Value[]) if (!isValue(x)) throw notAValue(operation, x);
  const [m, c] = [shapeOf(mean), shapeOf(covariance)];
  const [d] = m;
  if (d !== undefined && m.length === 1 && c[0] === d && c[1] === d) return d;
  throw new ShapeError(
    `${operation}: expected a mean that is a vector of d and a d×d covariance, got ${describeShape(m)} and ${describeShape(c)}; give one row and one column for each coordinate`,
  );
};
