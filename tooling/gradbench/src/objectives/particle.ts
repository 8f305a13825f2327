import {
  type Scalar,
  add,
  div,
  hypot,
  iterate,
  le,
  mul,
  neg,
  reciprocal,
  square,
  sub,
} from "@jacobian/core";
import { type Gradient, type Point, argmin } from "./descent.ts";

const step = 0.1;

/** Σ 1/|x − p| over the charges p. */
const potential =
  (charges: readonly Point[]) =>
  ([x = 0, y = 0]: Point): Scalar =>
    charges
      .map(([p = 0, q = 0]) => reciprocal(hypot(sub(x, p), sub(y, q))))
      .reduce((total, part) => add(total, part));

type Flight = { readonly x: Point; readonly v: Point };

/** x + t·v */
const drift = (x: Point, t: Scalar, v: Point): Point => x.map((xi, k) => add(xi, mul(t, v[k]!)));

/**
 * The square of where a charged particle, repelled by two others, crosses the axis y = 0; w moves one
 * of them. Euler's method; each step asks for the gradient of the potential.
 */
const miss =
  (gradient: Gradient) =>
  ([w = 0]: Point): Scalar => {
    const slope = gradient(
      potential([
        [10, sub(10, w)],
        [10, 0],
      ]),
    );
    const { x, v } = iterate<Flight>(
      ({ x, v }) => le(drift(x, step, v)[1]!, 0),
      { x: [0, 8], v: [0.75, 0] },
      ({ x, v }) => ({ x: drift(x, step, v), v: drift(v, -step, slope(x)) }),
    );
    const [arrival = 0] = drift(x, div(neg(x[1]!), v[1]!), v);
    return square(arrival);
  };

/**
 * The w that sends the particle through the origin (Pearlmutter & Siskind 2008): the descent takes
 * derivatives by `outer`, of a flight that takes its own by `inner`.
 */
export const particle = (w: Scalar, outer: Gradient, inner: Gradient): Scalar =>
  argmin(miss(inner), outer, [w])[0]!;
