import { type Value, ShapeError, describeShape, sameShape, shapeOf } from "@jacobian/core";
import { exp, type MatrixValue } from "jacobian";
import type { PointFunction } from "../bijector/bijector.ts";
import { checkedSize, perPointShape, pointsShape, type Points } from "../bijector/points.ts";

/** Where random numbers start from. */
export interface SampleOptions {
  /** A whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
}

/** A distribution of points with a density. */
export interface Distribution {
  readonly name: string;
  /** How many coordinates its points have. */
  readonly size: number;
  /** The logarithm of the density, −∞ where there is none. */
  readonly logDensity: PointFunction;
  readonly density: PointFunction;
  /**
   * `count` points, independent of each other, as the columns of a matrix; the same seed gives the same points.
   * Random bits are those of xoshiro128** seeded by SplitMix64, as `randomMatrix` makes them.
   */
  readonly sample: (count: number, options: SampleOptions) => MatrixValue;
}

/** What a distribution is made of. */
export interface DistributionSpec {
  readonly size: number;
  /** A number for each point. */
  readonly logDensity: (x: Points) => Value;
  readonly sample: (count: number, options: SampleOptions) => MatrixValue;
}

/**
 * A distribution of your own. `logDensity` is called with one point (a vector) or many (the columns of a matrix).
 * @throws DomainError unless the size is a whole number ≥ 1; ShapeError, when it is used, for points of another.
 * @example
 * const exponential = distribution("exponential", {
 *   size: 1,
 *   logDensity: (x) => neg(sum(x, "columns")),
 *   sample: (n, { seed }) => neg(log1p(neg(randomMatrix(1, n, { seed })))),
 * });
 * exponential.logDensity(matrix([[1, 2]])); // Float64Array(2) [ -1, -2 ]
 */
export const distribution = (name: string, spec: DistributionSpec): Distribution => {
  const size = checkedSize(name, spec.size);
  const measured = (x: Points): Value => {
    const shape = perPointShape(pointsShape(`${name}.logDensity`, x, size));
    const got = spec.logDensity(x);
    if (sameShape(shapeOf(got), shape)) return got;
    throw new ShapeError(
      `${name}.logDensity: expected a number for each point, ${describeShape(shape)}, got ${describeShape(shapeOf(got))}; sum over the coordinates of each`,
    );
  };
  return {
    name,
    size,
    // The overloads say that each point gives a number.
    logDensity: measured as PointFunction,
    density: ((x: Points) => exp(measured(x))) as PointFunction,
    sample: spec.sample,
  };
};
