import { ShapeError, describeShape, flatten, shapeOf } from "@jacobian/core";
import { type MatrixValue, type Vector, jacobian, matmul, timesTransposed } from "jacobian";
import type { Moments } from "./multivariate-normal.ts";

/** @throws ShapeError unless the covariance has a row and a column for each entry of the mean. */
const checked = ({ mean, covariance }: Moments): void => {
  const [m, c] = [shapeOf(mean), shapeOf(covariance)];
  if (m.length === 1 && c[0] === m[0] && c[1] === m[0]) return;
  throw new ShapeError(
    `deltaMethod: expected a mean that is a vector of d and a d×d covariance, got ${describeShape(m)} and ${describeShape(c)}; give one row and one column for each coordinate`,
  );
};

/**
 * Mean and covariance of f(X) to first order, f(μ) and J·Σ·Jᵀ, where J is the Jacobian of f at the mean μ of X and Σ
 * its covariance. Exact for affine f; otherwise the error of both is of second order in Σ relative to the scale on
 * which J changes. f may have any number of outputs; if X is normal and the result is positive definite, `multivariateNormal` makes
 * of it the normal distribution next to that of f(X).
 * @throws ShapeError for shapes that do not fit.
 * @example
 * const spread = deltaMethod((x) => vector([mul(at(x, 0), at(x, 1))]));
 * const product = spread({ mean: Float64Array.of(2, 3), covariance: matrix([[0.01, 0], [0, 0.04]]) });
 * product.mean; // Float64Array(1) [ 6 ]
 * product.covariance; // Matrix 1×1 [0.25]
 */
export const deltaMethod =
  (f: (x: Vector) => Vector) =>
  ({ mean, covariance }: Moments): Moments => {
    checked({ mean, covariance });
    const J: MatrixValue = jacobian(f)(mean);
    return {
      mean: flatten("deltaMethod", f(mean)),
      covariance: timesTransposed(matmul(J, covariance), J),
    };
  };
