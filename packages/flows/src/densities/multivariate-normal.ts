import { copied } from "@jacobian/core";
import { cholesky, type MatrixValue, type Vector } from "jacobian";
import { affineMap } from "../maps/affine-map.ts";
import { distribution, type Distribution } from "./distribution.ts";
import { type Moments, momentsSize } from "./moments.ts";
import { standardNormal } from "./standard-normal.ts";
import { transformed } from "./transformed.ts";

/** A normal distribution, which knows its moments. */
export interface MultivariateNormal extends Distribution, Moments {}

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
export const multivariateNormal = (moments: Moments): MultivariateNormal => {
  const d = momentsSize("multivariateNormal", moments);
  // Copies of the same kind.
  const mean = copied(moments.mean) as Vector;
  const covariance = copied(moments.covariance) as MatrixValue;
  const factor = affineMap({ scale: cholesky(covariance), shift: mean, triangle: "lower" });
  const { size, logDensity, sample } = transformed(standardNormal(d), factor);
  const named = distribution("multivariateNormal", { size, logDensity, sample });
  return { ...named, mean, covariance };
};
