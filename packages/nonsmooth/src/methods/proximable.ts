/** A closed function r, convex or not, that is known by its proximal map: for a set, by its projection. */
export interface Proximable {
  /** r(x); ∞ outside a set. */
  readonly value: (x: Float64Array) => number;
  /** A y with the least r(y) + |y − x|²/2t. */
  readonly prox: (x: Float64Array, t: number) => Float64Array;
}
