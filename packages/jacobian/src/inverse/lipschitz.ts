import {
  type Vector,
  DomainError,
  Matrix,
  SingularMatrixError,
  entriesOf,
  value,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { randomMatrix } from "@jacobian/linalg";
import { type Flat, largest, largestRow, moved } from "./system.ts";

/** Undefined where f cannot be evaluated, as outside its domain. */
const attempted = <T>(evaluate: () => T): T | undefined => {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof DomainError || error instanceof SingularMatrixError) return undefined;
    throw error;
  }
};

/**
 * A bound of ‖J′(x)‖, the norm of the bilinear map f″(x) that takes two ∞-norms to one: the largest Σⱼₖ|∂²fᵢ/∂xⱼ∂xₖ|
 * of an output i. It is the norm itself for one input, and where signs agree. ∞ where f has no second derivatives.
 */
export const bend = (g: Flat, x: Float64Array): number => {
  const second = attempted(() => {
    // Derivatives may be finite where f is not, as those of log to the left of 0.
    if (!entriesOf(value(g(x))).every(Number.isFinite)) return undefined;
    return jacobian((z: Vector) => jacobian(g)(z))(x);
  });
  if (second === undefined) return Infinity;
  // The rows of J stand one below the other: n·n second derivatives for each output, one after the other.
  const top = largestRow(new Matrix(x.length, x.length ** 2, second.data));
  return Number.isNaN(top) ? Infinity : top;
};

/**
 * An estimate from below of the Lipschitz constant of J on the ball of radius r around x: its largest `bend` at the
 * centre and at points drawn from the ball and, every other one, from its boundary. The points are the same each time.
 */
export const sampledLipschitz = (g: Flat, x: Float64Array, r: number, samples: number): number => {
  const n = x.length;
  const draws = randomMatrix(samples, n, { seed: 1 }).data.map((u) => 2 * u - 1);
  let top = bend(g, x);
  for (let k = 0; k < samples && top < Infinity; k++) {
    const u = draws.subarray(k * n, (k + 1) * n);
    const length = k % 2 === 0 ? largest(u) : 1;
    top = Math.max(top, bend(g, moved(x, r / length, u)));
  }
  return top;
};
