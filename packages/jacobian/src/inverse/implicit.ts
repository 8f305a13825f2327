import {
  type Container,
  type Input,
  type MatrixFor,
  type Scalars,
  type Value,
  ShapeError,
  checkedFunction,
  flatten,
  neg,
  sameStructure,
  unflatten,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { matmul, solve } from "@jacobian/linalg";
import { numbersOf } from "../containers.ts";
import { root } from "../root.ts";
import { byValue, hasElements, kept } from "./by-value.ts";
import { inverseOf } from "./certificate.ts";
import type { SolutionFor } from "./doors.ts";
import { newton } from "./newton.ts";
import { count, notNegative, checkedOptions } from "../checked-options.ts";
import { type System, flat, largest, moved, plain, systemOf } from "./system.ts";

/** How far Newton's method goes. */
export interface ImplicitOptions {
  /** A step counts as small within this part of the largest entry of y, or of 1; 1e-12 if not said. */
  readonly tolerance?: number;
  /** The largest number of steps; 100 if not said. */
  readonly limit?: number;
}

/** The function y(x) that F(x, y) = 0 defines near (x₀, y(x₀)). */
export interface Implicit<X, A> {
  /** y(x₀), which y₀ was improved to. */
  readonly value: SolutionFor<A, number>;
  /** y(x), in the container of y₀. */
  readonly at: <const B extends Input<X>>(x: B) => SolutionFor<A, B>;
  /** y′(x) = −(∂F/∂y)⁻¹·∂F/∂x at (x, y(x)): a row for each entry of y, a column for each of x. */
  readonly jacobianAt: <const B extends Input<X>>(x: B) => MatrixFor<B>;
}

const name = "implicit";

const rules = { tolerance: notNegative, limit: count };

/** A function whose types the door has checked. */
type Equations = (x: unknown, y: unknown, ...constants: readonly unknown[]) => unknown;

/** y with F(x, y) = 0 from `start`. */
const solved = (
  system: System,
  start: Float64Array,
  { tolerance = 1e-12, limit = 100 }: ImplicitOptions,
): Float64Array =>
  newton(system, start, {
    target: new Float64Array(start.length),
    tolerance,
    limit,
    scale: 1,
    expected: `${name}: expected Newton's method to reach F(x, y) = 0`,
    remedy: "choose x0 and y0 closer to the solution; there need not be one for this x",
  }).x;

/** −(∂F/∂y)⁻¹·∂F/∂x, of elements too. */
const slopesOf = (F: Equations, x: unknown, y: unknown, constants: readonly unknown[]) => {
  // Whatever the containers.
  const byY = jacobian((z: Value) => F(x, z, ...constants))(y as Value);
  const byX = jacobian((z: Value) => F(z, y, ...constants))(x as Value);
  return solve(byY, neg(byX));
};

const entries = (x: unknown): Float64Array => numbersOf(name, x).slice();

/** @throws ShapeError unless there are as many equations as unknowns; SingularMatrixError where ∂F/∂y is singular. */
const solvable = (system: System, y: Float64Array): void => {
  const equations = system.image(y).length;
  if (equations !== y.length) {
    throw new ShapeError(
      `${name}: expected as many equations as unknowns, got ${equations} for ${y.length}; let F give one entry for each of y`,
    );
  }
  inverseOf(name, "∂F/∂y at (x0, y0)", system.slopes(y));
};

/** y(x) for plain x near x₀, where it starts from its tangent. */
const branch = (
  F: Equations,
  x0: unknown,
  y0: unknown,
  constants: readonly unknown[],
  options: ImplicitOptions,
) => {
  const systemAt = (x: unknown): System =>
    systemOf(
      name,
      flat(name, (y) => F(x, y, ...constants), y0),
    );
  const [origin, guess] = [entries(x0), entries(y0)];
  const here = systemAt(x0);
  solvable(here, guess);
  const y = solved(here, guess, options);
  const value = unflatten(name, y0, y);
  const slope = plain(name, slopesOf(F, x0, value, constants));
  return (x: unknown): unknown => {
    const there = sameStructure(name, x0, x, "give x the structure of x0");
    const system = systemAt(there);
    const ahead = moved(y, 1, matmul(slope, moved(entries(there), -1, origin)));
    const start = largest(system.image(ahead)) < Infinity ? ahead : y;
    return unflatten(name, y0, solved(system, start, options));
  };
};

const implicitAround = (
  F: Equations,
  x0: unknown,
  y0: unknown,
  constants: readonly unknown[],
  options: ImplicitOptions,
) => {
  const near = branch(F, byValue(x0), byValue(y0), byValue(constants), options);
  const ruled = root(
    (y: Container, x: Container, ...constants: readonly unknown[]) =>
      flatten(name, F(x, y, ...constants)),
    { limit: 1, tolerance: Infinity },
  );
  const at = (x: Container): Container => {
    // In the container of y₀.
    const solution = near(byValue(x)) as Container;
    return hasElements([x, constants]) ? ruled(solution, x, ...constants) : solution;
  };
  return {
    value: near(byValue(x0)),
    at,
    jacobianAt: (x: Container) => slopesOf(F, x, at(x), constants),
  };
};

/**
 * The function y(x) that the equations F(x, y) = 0, one for each entry of y, define near (x₀, y₀): the implicit
 * function theorem. It exists where ∂F/∂y is invertible and F is continuously differentiable, and y′ =
 * −(∂F/∂y)⁻¹·∂F/∂x. y₀ need not solve the equations: Newton's method improves it. y(x) is found by Newton's method
 * from the tangent of y at x₀; for x far away that may be a solution of another branch, which nothing tells.
 *
 * `at` and `jacobianAt` are differentiated again in x and the constants by the rule of `root`, to any order, in any
 * mode. `root` is the same without a branch to follow: a function of its start.
 * @throws ShapeError unless there are as many equations as unknowns, and x has the structure of x₀;
 * SingularMatrixError where ∂F/∂y is singular; DomainError where it is not finite, and for options that are none;
 * ConvergenceError if no solution is found; LevelError if F captures an element of a derivative around it: pass it
 * as a constant.
 * @example
 * const circle = (x: Scalar, y: Scalar): Scalar => sub(add(square(x), square(y)), 25);
 * const y = implicit(circle)(3, 4);
 * y.at(4); // 3
 * y.jacobianAt(3); // Matrix 1×1 [-0.75]
 * derivative((x: Scalar) => y.at(x))(3); // -0.75
 */
export const implicit = <X = Scalars, Y = Scalars, C extends readonly unknown[] = []>(
  F: (x: X, y: Y, ...constants: C) => unknown,
  options: ImplicitOptions = {},
): (<const B extends Input<Y>>(x0: Input<X>, y0: B, ...constants: C) => Implicit<X, B>) => {
  const checked = checkedOptions(name, rules, options);
  // The types of F are those of the door, and so are those of what comes back.
  const run = checkedFunction(name, F) as unknown as Equations;
  return <const B extends Input<Y>>(x0: Input<X>, y0: B, ...constants: C) =>
    implicitAround(run, x0, y0, kept(constants), checked) as unknown as Implicit<X, B>;
};
