import type { Matrix } from "@jacobian/core";
import { ConvergenceError, SingularMatrixError } from "@jacobian/core";
import { solve } from "@jacobian/linalg";
import { type System, largest, largestRow, moved } from "./system.ts";

/** What an iteration is to reach, and how it says that it did not. */
export interface Quest {
  readonly target: Float64Array;
  /** A step is small if it is within this part of the largest entry of x, or of `scale`. */
  readonly tolerance: number;
  readonly scale: number;
  readonly limit: number;
  /** "localInverse: expected … to …", and what to do. */
  readonly expected: string;
  readonly remedy: string;
}

/** Where an iteration came to rest. */
export interface Settled {
  readonly x: Float64Array;
  readonly iterations: number;
  /** ‖f(x) − y‖∞. */
  readonly residual: number;
}

/** @throws ConvergenceError */
export const failed = (
  { expected, remedy }: Quest,
  iterations: number,
  residual: number,
  why: string,
): never => {
  throw new ConvergenceError(
    `${expected}, got a residual of ${residual.toPrecision(3)} after ${iterations} steps, ${why}; ${remedy}`,
  );
};

/** Where Newton's method came to rest, and its way there: from the start to x, both included. */
export interface Traced extends Settled {
  readonly iterates: readonly Float64Array[];
}

/** The step −J⁻¹·r; undefined where J has no inverse. */
const stepOf = (J: Matrix, r: Float64Array): Float64Array | undefined => {
  if (!J.data.every(Number.isFinite)) return undefined;
  try {
    return solve(J, r).map((entry) => -entry);
  } catch (error) {
    if (error instanceof SingularMatrixError) return undefined;
    throw error;
  }
};

/** The first of x + d, x + d/2, x + d/4 … with a smaller residual. */
const descended = (
  { image }: System,
  target: Float64Array,
  x: Float64Array,
  d: Float64Array,
  residual: number,
  shortest: number,
) => {
  for (let t = 1; t >= shortest; t /= 2) {
    const next = moved(x, t, d);
    const r = moved(image(next), -1, target);
    if (largest(r) < residual) return { x: next, r };
  }
  return undefined;
};

/**
 * Newton's method from `start`. A step that does not make the residual smaller is halved until it does: inside
 * the guaranteed ball this never happens but by rounding, since there a whole step leaves a quarter of the residual
 * at the most. It ends where rounding lets the residual fall no further, if the step is small by then or the
 * residual is what the rounding of x alone would make of it (at a double root steps never become small).
 * @throws ConvergenceError if it ends anywhere else.
 */
export const newton = (system: System, start: Float64Array, quest: Quest): Traced => {
  const { target, tolerance, scale, limit } = quest;
  const iterates = [start];
  let [x, r] = [start, moved(system.image(start), -1, target)];
  for (let k = 0; ; k++) {
    const residual = largest(r);
    if (residual === 0) return { x, iterations: k, residual, iterates };
    const J = system.slopes(x);
    const d = stepOf(J, r);
    const isSmall = d !== undefined && largest(d) <= tolerance * Math.max(largest(x), scale);
    const noise = Number.EPSILON * (largestRow(J) * largest(x) + largest(target));
    // Beside an infinite slope or target every residual would be noise.
    const isSettled = isSmall || (noise < Infinity && residual <= noise);
    const shortest = isSettled ? 1 : 2 ** -30;
    const next = d && k < limit ? descended(system, target, x, d, residual, shortest) : undefined;
    if (next !== undefined) {
      ({ x, r } = next);
      iterates.push(x);
    } else if (isSettled) return { x, iterations: k, residual, iterates };
    else return failed(quest, k, residual, d === undefined ? singular : k < limit ? stuck : tired);
  }
};

const singular = "where the Jacobian is singular or not finite";
const stuck = "which no part of the next step makes smaller";
const tired = "which are all it may take";
