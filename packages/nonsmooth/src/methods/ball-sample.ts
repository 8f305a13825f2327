import { randomMatrix } from "@jacobian/linalg";
import { norm2 } from "@jacobian/core";
import { type Objective, type Point, isFinitePoint } from "./objective.ts";

/**
 * Points drawn evenly from the ball of a radius about x, the same for the same seed: of a point of the sphere in
 * Rⁿ⁺², which n + 2 normal numbers give, the first n coordinates are one of the ball in Rⁿ.
 * @see Barthe, Guédon, Mendelson & Naor, A probabilistic approach to the geometry of the ℓₚⁿ-ball, 2005
 */
export const ballSample = (
  x: Float64Array,
  radius: number,
  count: number,
  seed: number,
): Float64Array[] => {
  const width = x.length + 2;
  const { data } = randomMatrix(count, width, { seed, distribution: "normal" });
  return Array.from({ length: count }, (_, k) => {
    const normal = data.slice(k * width, (k + 1) * width);
    const factor = radius / norm2(normal);
    return x.map((entry, i) => entry + factor * normal[i]!);
  });
};

/** f and its gradient there, but where they are not finite. */
export const sampled = (
  objective: Objective,
  x: Float64Array,
  radius: number,
  count: number,
  seed: number,
): Point[] =>
  ballSample(x, radius, count, seed)
    .map((y) => objective.at(y))
    .filter(isFinitePoint);
