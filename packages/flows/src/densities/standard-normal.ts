import { mul, randomMatrix, square, sub } from "jacobian";
import { checkedSize, overCoordinates } from "../bijector/points.ts";
import { distribution, type Distribution } from "./distribution.ts";

const logTwoPi = /*#__PURE__*/ Math.log(2 * Math.PI);

/**
 * The normal distribution of d independent coordinates with mean 0 and variance 1: log p(z) = −(‖z‖² + d·log 2π)/2.
 * @throws DomainError unless d is a whole number ≥ 1.
 * @example
 * standardNormal(2).density(Float64Array.of(0, 0)); // 0.15915494309189537
 */
export const standardNormal = (d: number): Distribution =>
  distribution("standardNormal", {
    size: checkedSize("standardNormal", d),
    logDensity: (z) => sub(mul(-0.5, overCoordinates(square(z))), 0.5 * d * logTwoPi),
    sample: (count, options) => randomMatrix(d, count, { ...options, distribution: "normal" }),
  });
