import {
  type Differentiable,
  type Input,
  type Matrix,
  type Mirror,
  type Scalars,
  DomainError,
  SingularMatrixError,
  describe,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { matmul, solve, transpose } from "@jacobian/linalg";
import { aFunction, checkedOptions, common, positive } from "../methods/options.ts";
import { halved } from "../methods/halved.ts";
import { Run } from "../methods/run.ts";
import type { Evaluations, MethodOptions, Reason, Step } from "../methods/types.ts";
import { lengthOf } from "../methods/vectors.ts";
import { dotOf } from "../nearest/dots.ts";
import { type JacobianOracle, System } from "./system.ts";

/** What `semismoothNewton` lets be chosen. */
export interface NewtonOptions<X> extends Omit<MethodOptions<X>, "oracle"> {
  /** What gives an element of the generalized Jacobian; `jacobian` of `@jacobian/dual` if not said. */
  readonly jacobian?: JacobianOracle;
  /** The length of F(x) that counts as 0; 1e-10 if not said. */
  readonly tolerance?: number;
}

/** Where Newton's method ended. */
export interface Root<A> {
  /** In the container of the start. */
  readonly x: Mirror<A>;
  /** |F(x)|, as in the steps. */
  readonly value: number;
  readonly reason: Reason;
  readonly steps: number;
  readonly history: readonly Step[];
  /** Values of F, and elements of its generalized Jacobian, which count as subgradients. */
  readonly evaluations: Evaluations;
}

const demands = /*#__PURE__*/ (() => ({
  jacobian: aFunction,
  tolerance: positive,
  limit: common.limit,
  signal: common.signal,
  onStep: common.onStep,
}))();

/** The solution of V·d = −F if there is one of descent, ⟨∇θ, d⟩ ≤ −ρ|d|^p with ρ = 1e-8 and p = 2.1; else −∇θ. */
const directionOf = (V: Matrix, F: Float64Array, slope: Float64Array): Float64Array => {
  const steepest = slope.map((entry) => -entry);
  try {
    const d = solve(V, F).map((entry) => -entry);
    return dotOf(slope, d) <= -1e-8 * lengthOf(d) ** 2.1 ? d : steepest;
  } catch (error) {
    if (error instanceof SingularMatrixError) return steepest;
    throw error;
  }
};

/** The longest of the halved steps by which θ = ½|F|² falls by 1e-4 of what its slope promises. */
const searched = (
  system: System,
  x: Float64Array,
  d: Float64Array,
  F: Float64Array,
  rate: number,
) => {
  const merit = dotOf(F, F) / 2;
  return halved(x, d, (y, t) => {
    const value = system.value(y);
    const isLow = dotOf(value, value) / 2 <= merit + 1e-4 * t * rate;
    return isLow ? { x: y, F: value } : undefined;
  });
};

const newton = (run: Run<System>, tolerance: number) => {
  const system = run.subject;
  let x = system.structure.start;
  let F = system.value(x);
  if (!F.every(Number.isFinite)) {
    throw new DomainError(
      `semismoothNewton: expected a finite value at the start, got ${describe(F)}; start where F is defined`,
    );
  }
  for (;;) {
    const value = lengthOf(F);
    const end = run.note({ x, value });
    if (value <= tolerance) return { x, value, reason: "solved" as const };
    if (end) return { x, value, reason: end };
    const V = system.jacobian(x);
    if (!V.data.every(Number.isFinite)) return { x, value, reason: "stalled" as const };
    const slope = matmul(transpose(V), F);
    if (lengthOf(slope) <= tolerance * value) return { x, value, reason: "stationary" as const };
    const d = directionOf(V, F, slope);
    const next = searched(system, x, d, F, dotOf(slope, d));
    if (next === undefined) return { x, value, reason: "stalled" as const };
    ({ x, F } = next);
  }
};

/**
 * Solves F(x) = 0 of a semismooth F by Newton's method with an element V of its generalized Jacobian, V·d = −F(x), and a line
 * search on θ = ½|F|²: near a root where all V are invertible it converges superlinearly. Where V is singular or d no
 * direction of descent, d = −Vᵀ·F(x) takes its place, which asks θ to be smooth, as it is for `fischerBurmeister`; what
 * ends as "stationary" is a point where θ has slope 0 and F none of its roots.
 * It ends as "stalled" where the Jacobian is not finite.
 * @throws DomainError for an option out of its range, or where F is not finite at the start; ShapeError unless there are as many
 * equations as unknowns.
 * @see Qi & Sun, A nonsmooth version of Newton's method, 1993; De Luca, Facchinei & Kanzow, A semismooth
 * equation approach to the solution of nonlinear complementarity problems, 1996, for the line search
 * @example
 * // x ≥ 0, 2x − 6 ≥ 0 and x·(2x − 6) = 0.
 * const F = ([x]: Scalars<1>) => [fischerBurmeister(x, sub(mul(2, x), 6))];
 * const { x, reason } = semismoothNewton(F)([10]);
 * reason; // "solved"
 * Math.abs(x[0] - 3) < 1e-12; // true
 */
export const semismoothNewton = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  F: Differentiable<X, C, Y>,
  options: NewtonOptions<X> = {},
): (<const A extends Input<X>>(x0: A, ...constants: C) => Root<A>) => {
  const checked = checkedOptions("semismoothNewton", demands, options);
  const { jacobian: oracle = jacobian, tolerance = 1e-10, limit = 100, signal, onStep } = checked;
  return (start, ...constants) => {
    const system = new System("semismoothNewton", F, oracle, start, constants);
    const run = new Run(system, { limit, signal, onStep });
    const { x, value, reason } = newton(run, tolerance);
    const { history, steps } = run;
    // Built in the structure of the start.
    const at = system.structure.container(x) as never;
    return { x: at, value, reason, steps, history, evaluations: system.evaluations };
  };
};
