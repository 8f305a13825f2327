import { type Value, DomainError } from "@jacobian/core";
import { amax, amin, ge, le, neg, value } from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { overCoordinates } from "../bijector/points.ts";

/** A strictly monotone function of numbers, entry by entry on arrays. */
export interface MonotoneFunction {
  readonly forward: (z: Value) => Value;
  readonly inverse: (x: Value) => Value;
  /** log |f′(z)| */
  readonly logSlope: (z: Value) => Value;
  /** The open interval of its values; all numbers if not said. */
  readonly range?: readonly [low: number, high: number];
}

/** @throws DomainError for an entry outside the range; NaN travels on. */
const inRange = (name: string, x: Value, [low, high]: readonly [number, number]): Value => {
  const [least, most] = [amin(x), amax(x)];
  if (!le(least, low) && !ge(most, high)) return x;
  const got = le(least, low) ? least : most;
  throw new DomainError(
    `${name}.inverse: expected numbers between ${low} and ${high}, got ${value(got)}; no point is mapped there`,
  );
};

/**
 * A monotone function applied to each coordinate: its Jacobian is diagonal, log |det J| = Σ log |f′(zᵢ)|.
 * @throws DomainError, from `inverse`, for a number that is no value of the function.
 * @example
 * const cube = elementwise("cube", {
 *   forward: (z) => mul(z, square(z)),
 *   inverse: (x) => cbrt(x),
 *   logSlope: (z) => log(mul(3, square(z))),
 * });
 * cube.inverse(Float64Array.of(8, 27)); // Float64Array(2) [ 2, 3 ]
 */
export const elementwise = (name: string, f: MonotoneFunction): Bijector => {
  const { range = [-Infinity, Infinity] } = f;
  const bounded = range[0] > -Infinity || range[1] < Infinity;
  const volume = (z: Value) => overCoordinates(f.logSlope(z));
  return bijector(name, {
    forward: (z) => ({ value: f.forward(z), logAbsDet: () => volume(z) }),
    inverse: (x) => {
      const z = f.inverse(bounded ? inRange(name, x, range) : x);
      return { value: z, logAbsDet: () => neg(volume(z)) };
    },
  });
};
