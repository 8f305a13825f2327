import { flatten } from "@jacobian/core";
import { type MatrixValue, type Vector, jacobian, matmul, timesTransposed } from "jacobian";
import { type Moments, momentsSize } from "./moments.ts";

/**
 * Mean and covariance of f(X) to first order in X − μ, f(μ) and J·Σ·Jᵀ, where J is the Jacobian of f at the mean μ of X
 * and Σ its covariance. Exact for affine f. Otherwise the mean leaves out ½·tr(H·Σ) of an output with the Hessian H, of
 * first order in Σ, and terms of higher order; what the covariance leaves out is of second order in Σ if X is symmetric
 * about μ, and of the order of the third moments of X if not. f may have any number of outputs; if X is normal and the
 * result is positive definite, `multivariateNormal` makes of it the normal distribution next to that of f(X).
 * @throws ShapeError for shapes that do not fit.
 * @example
 * const spread = deltaMethod((x) => vector([mul(at(x, 0), at(x, 1))]));
 * const product = spread({ mean: Float64Array.of(2, 3), covariance: matrix([[0.01, 0], [0, 0.04]]) });
 * product.mean; // Float64Array(1) [ 6 ]
 * product.covariance; // Matrix 1×1 [0.25]
 */
export const deltaMethod =
  (f: (x: Vector) => Vector) =>
  (moments: Moments): Moments => {
    momentsSize("deltaMethod", moments);
    const { mean, covariance } = moments;
    const J: MatrixValue = jacobian(f)(mean);
    return {
      mean: flatten("deltaMethod", f(mean)),
      covariance: timesTransposed(matmul(J, covariance), J),
    };
  };
