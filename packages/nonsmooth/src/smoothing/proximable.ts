import type { Scalar, Vector } from "@jacobian/core";

/** A term whose proximal map is known, on plain vectors: what `subgradientMethod` takes. */
export interface Term {
  /** r(x); ∞ outside a set. */
  readonly value: (x: Float64Array) => number;
  /** The y with the least r(y) + |y − x|²/2t. */
  readonly prox: (x: Float64Array, t: number) => Float64Array;
}

/**
 * A closed convex function r on Rⁿ with what is known of it: for a set, r is 0 in it and ∞ outside, and the proximal map is
 * the projection. All are written with primitives, so that they can be differentiated.
 */
export interface Proximable {
  readonly name: string;
  readonly value: {
    (x: Float64Array): number;
    (x: Vector): Scalar;
  };
  /** The y with the least r(y) + |y − x|²/2t. */
  readonly prox: {
    (x: Float64Array, t: number): Float64Array;
    (x: Vector, t: number): Vector;
  };
  /** The least L with |r(x) − r(y)| ≤ L·|x − y| on Rⁿ; ∞ for a set. */
  readonly lipschitz: (n: number) => number;
}

/** A proximable function of its parts, all written with primitives. */
export const proximable = (parts: {
  readonly name: string;
  readonly value: (x: Vector) => Scalar;
  readonly prox: (x: Vector, t: number) => Vector;
  readonly lipschitz: (n: number) => number;
}): Proximable =>
  // What is written with primitives gives plain values for plain ones.
  parts as Proximable;
