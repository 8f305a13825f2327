import { ShapeError, describeShape, isValue, notAValue, shapeOf } from "@jacobian/core";
import { cholesky, type MatrixValue, type Vector } from "jacobian";
import { affineMap } from "../maps/affine-map.ts";
import { distribution, type Distribution } from "./distribution.ts";
import { standardNormal } from "./standard-normal.ts";
import { transformed } from "./transformed.ts";

/** Mean and covariance: of a normal distribution all there is to know. */
export interface Moments {
  /** d entries */
  readonly mean: Vector;
  /** d×d, symmetric and positive definite */
  readonly covariance: MatrixValue;
}

/** A normal distribution, which knows its moments. */
export interface MultivariateNormal extends Distribution, Moments {}

/** @throws ShapeError unless the mean is a vector of d and the covariance a d×d matrix. */
const checkedSize = ({ mean, covariance }: Moments): number => {
  for (const x of [mean, covariance]) if (!isValue(x)) throw notAValue("multivariateNormal", x);
  const [m, c] = [shapeOf(mean), shapeOf(covariance)];
  const [d] = m;
  if (d !== undefined && m.length === 1 && c[0] === d && c[1] === d) return d;
  throw new ShapeError(
    `multivariateNormal: expected a mean that is a vector of d and a d×d covariance, got ${describeShape(m)} and ${describeShape(c)}; give one row and one column for each coordinate`,
  );
};

/**
 * The normal distribution of mean μ and covariance Σ, of which the symmetric part counts. With the Cholesky factor Σ = L·Lᵀ it
 * is that of x = L·z + μ, z standard normal: density, logarithm of the density and samples come by this map.
 * @throws ShapeError for shapes that do not fit; DomainError unless Σ is positive definite to working precision.
 * @example
 * const X = multivariateNormal({
 *   mean: Float64Array.of(1, 2),
 *   covariance: matrix([[4, 2], [2, 10]]),
 * });
 * X.logDensity(Float64Array.of(1, 2)); // -3.6296365356374003
 */
export const multivariateNormal = ({ mean, covariance }: Moments): MultivariateNormal => {
  const d = checkedSize({ mean, covariance });
  const factor = affineMap({ scale: cholesky(covariance), shift: mean, triangle: "lower" });
  const { size, logDensity, sample } = transformed(standardNormal(d), factor);
  const named = distribution("multivariateNormal", { size, logDensity, sample });
  return { ...named, mean, covariance };
};
