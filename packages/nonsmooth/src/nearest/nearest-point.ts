import { DomainError, ShapeError, describe } from "@jacobian/core";
import { simplexMinimum } from "./simplex-quadratic.ts";

/** The point of a polytope that is nearest to the origin, and what proves it. */
export interface NearestPoint {
  readonly point: Float64Array;
  /** One for each of the given points, ≥ 0 and of sum 1: Σ weights[k]·points[k] is the nearest. */
  readonly weights: Float64Array;
  /** |x|² − min ⟨p, x⟩ over the given points p: by at most its root x is off the nearest point. */
  readonly gap: number;
}

/** The entries of a vector or list, looked at later: a caller without types may give anything. */
const entriesOf = (point: unknown): Float64Array | undefined =>
  point instanceof Float64Array || Array.isArray(point)
    ? Float64Array.from(point as readonly number[])
    : undefined;

const checked = (points: unknown): Float64Array[] => {
  if (!Array.isArray(points)) {
    throw new ShapeError(
      `nearestPoint: expected a list of points, got ${describe(points)}; put one point in a list too`,
    );
  }
  const list: readonly unknown[] = points;
  const [first] = list;
  if (list.length === 0) {
    throw new DomainError(
      "nearestPoint: expected one point at least, got none; give the corners of the polytope",
    );
  }
  return list.map((point) => {
    const p = entriesOf(point);
    if (p?.length !== entriesOf(first)?.length || p === undefined) {
      throw new ShapeError(
        `nearestPoint: expected points of one length, got ${describe(first)} and ${describe(point)}; give one vector for each corner`,
      );
    }
    if (p.every(Number.isFinite)) return p;
    throw new DomainError(
      `nearestPoint: expected points of finite entries, got ${describe(p)}; leave out what has NaN or ∞`,
    );
  });
};

/**
 * The point x nearest to the origin in the convex hull of points of Rⁿ, which may be affinely dependent or equal:
 * x is nearest exactly if ⟨p, x⟩ ≥ |x|² for each of them.
 * @param points one or more, each of n finite entries
 * @throws DomainError for no point at all or one that is not finite; ShapeError for what is no list of points of
 * one length.
 * @see Wolfe, Finding the nearest point in a polytope, Mathematical Programming 11, 1976
 * @example
 * nearestPoint([[2, 0], [0, 2]]); // { point: Float64Array(2) [ 1, 1 ], weights: Float64Array(2) [ 0.5, 0.5 ], gap: 0 }
 */
export const nearestPoint = (
  points: readonly (Float64Array | readonly number[])[],
): NearestPoint => {
  const corners = checked(points);
  return simplexMinimum(corners, new Float64Array(corners.length));
};
