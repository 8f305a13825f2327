import {
  type Scalar,
  type Value,
  type Vector,
  add,
  div,
  hypot,
  mul,
  sub,
  where,
} from "@jacobian/core";

interface Complementarity {
  (a: number, b: number): number;
  (a: Scalar, b: Scalar): Scalar;
  (a: Float64Array, b: Float64Array): Float64Array;
  (a: Vector, b: Vector): Vector;
  (a: Value, b: Value): Value;
}

/**
 * √(a² + b²) − a − b, entry by entry: 0 exactly if a ≥ 0, b ≥ 0 and a·b = 0. Its square is smooth, its kink at the origin has
 * the derivatives (ξ − 1, η − 1) with ξ² + η² ≤ 1. (For a + b > 0 it is taken as −2a·b/(√(a² + b²) + a + b), which does not cancel.)
 * @see Fischer, A special Newton-type optimization method, 1992
 * @example
 * fischerBurmeister(0, 5); // 0
 */
// The overloads say that the result has the shape of a and b.
export const fischerBurmeister = ((a: Value, b: Value): Value => {
  const [length, total] = [hypot(a, b), add(a, b)];
  // 0 − x, not −x, which would be −0 at the roots.
  // The quotient is below 1 in size, while a·b may overflow or underflow.
  const quotient = sub(0, mul(mul(2, a), div(b, add(length, total))));
  return where("gt", total, 0, quotient, sub(length, total));
}) as Complementarity;
