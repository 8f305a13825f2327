import {
  type Container,
  type Differentiable,
  type Input,
  type MatrixFor,
  type OutputFor,
  type Scalars,
  type Value,
  checkedFunction,
  flatten,
  sub,
  unflatten,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { root } from "../root.ts";
import {
  type AnyFunction,
  type Around,
  around,
  factorOf,
  name,
  promised,
  targetOf,
} from "./around.ts";
import { hasElements, kept } from "./by-value.ts";
import { type Certificate, inverseOf } from "./certificate.ts";
import { contraction } from "./contraction.ts";
import type { Given, SolutionFor } from "./doors.ts";
import { type Quest, type Settled, type Traced, newton } from "./newton.ts";
import { bound, count, notNegative, positive, checkedOptions } from "../checked-options.ts";

/** What is known beforehand, and how far an iteration goes. */
export interface LocalInverseOptions {
  /** L, with ‖J(x) − J(z)‖ ≤ L·‖x − z‖ in the ∞-norm for all x and z within r of x₀; estimated if it is not given. */
  readonly lipschitz?: number;
  /** r, the radius of the ball on which L holds: everywhere if not said. An estimate of L looks for a good one itself. */
  readonly within?: number;
  /** Points at which an estimate of L looks at second derivatives, besides x₀; 32 if not said. */
  readonly samples?: number;
  /** A step counts as small within this part of the largest entry of x, or of min(s, 1); 1e-12 if not said. */
  readonly tolerance?: number;
  /** The largest number of steps; 100 of Newton's method, 10 000 of the contraction, if not said. */
  readonly limit?: number;
}

/** A solution of f(x) = y, and what is known of it. */
export interface Preimage<X> {
  readonly x: X;
  /** Whether ‖y − f(x₀)‖ ≤ ρ. */
  readonly withinRadius: boolean;
  /** Whether the theorem promised this x in the ball B(x₀, s): y is within ρ, and L was given. */
  readonly guaranteed: boolean;
  readonly iterations: number;
  /** ‖f(x) − y‖. */
  readonly residual: number;
}

/** A solution by Newton's method, and the way there. */
export interface NewtonPreimage<X> extends Preimage<X> {
  /** The points from x₀ to x, both included, one more than `iterations`; by value, also in a derivative. */
  readonly iterates: readonly X[];
}

/** A solution by the contraction. */
export interface ContractedPreimage<X> extends Preimage<X> {
  /** A bound of the part of its error that a step leaves; NaN if nothing is known, since y is too far away. */
  readonly factor: number;
}

/** The inverse of f near x₀, all norms ∞-norms of entries in container order. */
export interface LocalInverse<A, Y> extends Omit<Certificate, "inverse"> {
  /** f(x₀). */
  readonly value: OutputFor<A, Y>;
  /** The x near x₀ with f(x) = y, in the container of x₀. */
  readonly at: <const B extends Given<Y>>(y: B) => SolutionFor<A, B>;
  /** The Jacobian of `at`, J(x)⁻¹ at x = at(y). */
  readonly jacobianAt: <const B extends Given<Y>>(y: B) => MatrixFor<B>;
  /** The same x by Newton's method, the points on the way, and what is known of it. */
  readonly newton: <const B extends Given<Y>>(y: B) => NewtonPreimage<SolutionFor<A, B>>;
  /** The same by x ↦ x − J(x₀)⁻¹(f(x) − y), and the factor of this contraction. */
  readonly contraction: <const B extends Given<Y>>(y: B) => ContractedPreimage<SolutionFor<A, B>>;
}

const rules = {
  lipschitz: bound,
  within: positive,
  samples: count,
  tolerance: notNegative,
  limit: count,
};

/** How f(x) = y is solved. */
interface Method<S extends Settled> {
  readonly name: string;
  readonly run: (here: Around, quest: Quest) => S;
  /** The most steps, if it is not said. */
  readonly limit: number;
}

const newtons: Method<Traced> = {
  name: "Newton's method",
  run: ({ system, start }, quest) => newton(system, start, quest),
  limit: 100,
};

const contracting: Method<Settled> = {
  name: "the contraction",
  run: ({ system, start, inverse }, quest) => contraction(system, inverse, start, quest),
  limit: 10_000,
};

/** x as a function of y and the constants, by the rule of `root`, from where it is solved already: one more step. */
const ruled = (f: AnyFunction) =>
  root(
    (x: Container, y: Container, ...constants: readonly unknown[]) =>
      sub(flatten(name, f(x, ...constants)), flatten(name, y)),
    { limit: 1, tolerance: Infinity },
  );

const inverseAround = (
  f: AnyFunction,
  x0: unknown,
  constants: readonly unknown[],
  { tolerance = 1e-12, limit, lipschitz, within, samples = 32 }: LocalInverseOptions,
) => {
  const here = around(f, x0, constants, { lipschitz, within, samples });
  const { known } = here;
  // In the container of x₀.
  const contained = (x: Float64Array) => unflatten(name, here.center, x) as Container;
  const solved = <S extends Settled>(method: Method<S>, y: Container) => {
    const target = targetOf(here, y);
    const { x: entries, ...settled } = method.run(here, {
      target,
      tolerance,
      scale: Math.min(1, known.domainRadius),
      limit: limit ?? method.limit,
      expected: `${name}: expected ${method.name} to reach f(x) = y`,
      remedy: "choose x0 closer to a solution, or y closer to f(x0); f need not take this value",
    });
    const solution = contained(entries);
    const x = hasElements([y, constants]) ? ruled(f)(solution, y, ...constants) : solution;
    return { x, ...promised(here, target, entries), ...settled };
  };
  const at = (y: Container) => solved(newtons, y).x;
  // Whatever the container.
  const slopes = (x: Container) => jacobian((z: Value) => f(z, ...constants))(x as Value);
  return {
    ...known,
    value: here.value,
    at,
    jacobianAt: (y: Container) => inverseOf(name, "at the solution", slopes(at(y))),
    newton: (y: Container) => {
      const { iterates, ...preimage } = solved(newtons, y);
      return { ...preimage, iterates: iterates.map(contained) };
    },
    contraction: (y: Container) => ({
      ...solved(contracting, y),
      factor: factorOf(here, targetOf(here, y)),
    }),
  };
};

/**
 * The inverse of f near x₀: the inverse function theorem, with its radius. Let β ≥ ‖J(x₀)⁻¹‖ and L a Lipschitz
 * constant of J on the ball B(x₀, r), everything in the ∞-norm, and s = min(r, 1/(βL)). For ‖y − f(x₀)‖ ≤ ρ = s/β −
 * Ls²/2 there is an x with f(x) = y and ‖x − x₀‖ ≤ s, no other with ‖x − x₀‖ < s, and Newton's method and the
 * contraction x ↦ x − J(x₀)⁻¹(f(x) − y) from x₀ stay in the ball and converge to it (the proof stands at
 * `Certificate`). No larger ρ would do: x − Lx²/2 takes no value beyond it on [−s, s].
 *
 * What is guaranteed: `guaranteed` holds for the L that was given, the caller's word. Without it L is an estimate
 * from below, by second derivatives at points of the ball, so `rigorous` and every `guaranteed` are false. The
 * theorem is about real numbers: the rounding of the inverse is in β, that of f and J is not enclosed. So a y
 * within a few ulps of the edge is not told from one beyond; x is as exact as f and the condition of J let it be,
 * which on the edge itself, where J(x) may be singular, is half the digits; and near it the contraction may be too
 * slow for its limit, since its factor tends to 1. Beyond ρ a solution is looked for all the same; it may be any preimage of y.
 *
 * `at`, `jacobianAt`, `newton` and `contraction` are differentiated again in y and the constants by the rule of
 * `root`, to any order, in any mode; radii are plain numbers.
 * @throws ShapeError unless f has as many outputs as inputs, and y the structure of f(x₀); SingularMatrixError
 * where J(x₀) is singular, or J at the solution in a derivative; DomainError where f(x₀) or J(x₀) is not finite, or for
 * options that are none; ConvergenceError if no solution is found; LevelError if f captures an element of a
 * derivative around it: pass it as a constant.
 * @example
 * const inverse = localInverse((x: Scalar): Scalar => square(x), { lipschitz: 2 })(1);
 * inverse.radius; // 1
 * inverse.at(1.44); // 1.2
 * inverse.jacobianAt(1.44); // Matrix 1×1 [0.416667]
 * inverse.newton(1.44).guaranteed; // true
 * derivative((y: Scalar) => inverse.at(y))(0.25); // 1
 */
export const localInverse = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: LocalInverseOptions = {},
): (<const A extends Input<X>>(x0: A, ...constants: C) => LocalInverse<A, Y>) => {
  const checked = checkedOptions(name, rules, options);
  // The types of f are those of the door, and so are those of what comes back.
  const run = checkedFunction(name, f) as unknown as AnyFunction;
  return <const A extends Input<X>>(x0: A, ...constants: C) =>
    inverseAround(run, x0, kept(constants), checked) as unknown as LocalInverse<A, Y>;
};
