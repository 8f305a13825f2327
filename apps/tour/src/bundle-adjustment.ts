import { add, cos, div, eq, mul, sin, sqrt, square, sub, type Scalar } from "@jacobian/core";
import type { View } from "./view.ts";

type Pair = readonly [Scalar, Scalar];
type Triple = readonly [Scalar, Scalar, Scalar];

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): Scalar =>
  add(add(mul(a, x), mul(b, y)), mul(c, z));

const cross = ([a, b, c]: Triple, [x, y, z]: Triple): Triple => [
  sub(mul(b, z), mul(c, y)),
  sub(mul(c, x), mul(a, z)),
  sub(mul(a, y), mul(b, x)),
];

const plus = ([a, b, c]: Triple, [x, y, z]: Triple): Triple => [add(a, x), add(b, y), add(c, z)];

const minus = ([a, b, c]: Triple, [x, y, z]: Triple): Triple => [sub(a, x), sub(b, y), sub(c, z)];

const scaled = ([x, y, z]: Triple, by: Scalar): Triple => [mul(x, by), mul(y, by), mul(z, by)];

/**
 * Rodrigues: x cos θ + (r × x) sin θ/θ + r (r·x) (1 − cos θ)/θ² with θ = |r|, the angle in radians.
 * 1 − cos θ is 2 sin²(θ/2), which keeps its digits at small angles. At θ = 0 the linear term
 * stands for the whole, so that the first derivatives are right there too.
 */
export const rotate = (r: Triple, x: Triple): Triple => {
  const squared = dot(r, r);
  if (eq(squared, 0)) return plus(x, cross(r, x));
  const angle = sqrt(squared);
  const across = scaled(cross(r, x), div(sin(angle), angle));
  const along = mul(dot(r, x), div(mul(2, square(sin(div(angle, 2)))), squared));
  return plus(plus(scaled(x, cos(angle)), across), scaled(r, along));
};

/** x (1 + r₁ |x|² + r₂ |x|⁴): what the lens does to a point of the image plane. */
const distort = ([r1, r2]: Pair, [x, y]: Pair): Pair => {
  const squared = add(square(x), square(y));
  const factor = add(1, mul(squared, add(r1, mul(r2, squared))));
  return [mul(x, factor), mul(y, factor)];
};

/** Where the camera sees the point, pixels. */
export const project = (view: View): Pair => {
  const [x, y, depth] = rotate(view.rotation, minus(view.point, view.centre));
  const [u, v] = distort(view.radial, [div(x, depth), div(y, depth)]);
  const [u0, v0] = view.principal;
  return [add(mul(u, view.focal), u0), add(mul(v, view.focal), v0)];
};

/** The weighted distance between where the point should be seen and where it was measured, pixels. */
export const reprojectionError =
  ([u, v]: readonly [number, number]) =>
  (view: View): Pair => {
    const [pu, pv] = project(view);
    return [mul(view.weight, sub(pu, u)), mul(view.weight, sub(pv, v))];
  };
