import { randomMatrix, sub, where } from "jacobian";
import { checkedSize, overCoordinates } from "../bijector/points.ts";
import { distribution, type Distribution } from "./distribution.ts";

/**
 * The uniform distribution on the cube [0, 1]ᵈ: its density is 1 there and 0 elsewhere.
 * @throws DomainError unless d is a whole number ≥ 1.
 * @example
 * uniform(2).density(Float64Array.of(0.5, 1.5)); // 0
 */
export const uniform = (d: number): Distribution =>
  distribution("uniform", {
    size: checkedSize("uniform", d),
    logDensity: (z) =>
      // z − z is 0, but NaN of NaN, which travels on.
      overCoordinates(where("lt", z, 0, -Infinity, where("gt", z, 1, -Infinity, sub(z, z)))),
    sample: (count, options) => randomMatrix(d, count, { ...options }),
  });
