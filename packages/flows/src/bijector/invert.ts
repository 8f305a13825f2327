import type { Bijector, PointFunction } from "./bijector.ts";
import type { Points } from "./points.ts";

/**
 * The inverse as a bijector: forward and inverse change places, and log |det J| changes its sign.
 * @example
 * invert(expMap).forward(Float64Array.of(1)); // Float64Array(1) [ 0 ]
 */
export const invert = (map: Bijector): Bijector => {
  const { name, size, forward, inverse, forwardAndLogAbsDet, inverseAndLogAbsDet } = map;
  return {
    name: `inverse of ${name}`,
    size,
    forward: inverse,
    inverse: forward,
    // The overloads of the measured map say what comes out.
    logAbsDet: ((x: Points) => inverseAndLogAbsDet(x).logAbsDet) as PointFunction,
    forwardAndLogAbsDet: inverseAndLogAbsDet,
    inverseAndLogAbsDet: forwardAndLogAbsDet,
  };
};
