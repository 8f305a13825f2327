import { type Scalars, cos, mul, sin } from "@jacobian/core";

/** Polar coordinates to Cartesian ones. */
export const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

/** Its Jacobian as one would write it down, row by row. */
export const polarByHand = (r: number, t: number): Float64Array => {
  const cosine = Math.cos(t);
  const sine = Math.sin(t);
  return Float64Array.of(cosine, -r * sine, sine, r * cosine);
};
