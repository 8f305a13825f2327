import {
  type Container,
  type MatrixValue,
  type Value,
  type Vector,
  ShapeError,
  flatten,
  fromColumns,
  mapLeaves,
  neg,
  sub,
  unflatten,
  value,
} from "@jacobian/core";
import { takenApart } from "./arguments.ts";
import { jacobian } from "./jacobian.ts";
import { type Operation, perform } from "./operation.ts";
import { pullBack } from "./pull.ts";
import { type Complaint, type IterationOptions, combined, largest, iterated } from "./iterated.ts";

/** How a root is found, and how its linear systems are solved. */
export interface RootOptions<Y, X extends readonly unknown[]> extends IterationOptions {
  /** A·z = b for square A, such as `solve` of `@jacobian/linalg`. */
  readonly solve: (A: MatrixValue, b: Vector) => Vector;
  /** Where Newton's method starts from, found in your own way at plain x; `start` if not given. */
  readonly find?: (start: Y, ...x: X) => Y;
}

type Equations = (y: unknown) => unknown;

/** ∂F/∂y. */
const slopes = (F: Equations, y: unknown): MatrixValue => {
  // The types of F were checked at the door.
  const A = jacobian(F as (y: Value) => unknown)(y as Value);
  if (A.rows === A.cols) return A;
  throw new ShapeError(
    `root: expected as many equations as unknowns, got ${A.rows} for ${A.cols}; let F give one entry for each of y`,
  );
};

type Solve = RootOptions<unknown, readonly unknown[]>["solve"];

/** Newton's method: y − (∂F/∂y)⁻¹·F(y). */
const newton =
  (F: Equations, solve: Solve) =>
  (y: unknown): unknown => {
    const correction = solve(slopes(F, y), flatten("root", F(y)));
    return combined("root", sub, y, unflatten("root", y, correction));
  };

/** λ, in the container of F(y), with (∂F/∂y)ᵀ·λ = ȳ. */
const multipliers = (F: Equations, solve: Solve, y: unknown, bar: unknown): unknown => {
  const A = slopes(F, y);
  // The rows of A as columns.
  const transpose = fromColumns(flatten("root", A), A.cols, A.rows);
  return unflatten("root", F(y), solve(transpose, flatten("root", bar)));
};

const complaint = (F: Equations): Complaint => ({
  operation: "root",
  expected: "Newton's method to settle",
  remedy: "start closer, or give as `find` a method that comes close from afar",
  seen: (y) => `, with a residual |F| of ${largest("root", F(y))}`,
});

/**
 * The root y of F(y, x) = 0 that Newton's method settles at from `start`, or from what `find` makes of it.
 * Its derivative is that of the root, −(∂F/∂y)⁻¹·∂F/∂x (implicit function theorem): with (∂F/∂y)ᵀ·λ = ȳ,
 * x̄ = −(∂F/∂x)ᵀ·λ, of any order that `solve` can be differentiated to. `start` is a constant; further arguments
 * of F are further parameters.
 * @throws ConvergenceError if Newton's method does not settle; what `solve` throws where ∂F/∂y is singular;
 * ShapeError unless there are as many equations as unknowns; LevelError if F captures an element of a
 * derivative around it: all it depends on is among its arguments.
 * @example
 * const kepler = root(
 *   (E: Scalar, [M, e]: Scalars<2>): Scalar => sub(sub(E, mul(e, sin(E))), M),
 *   { solve: (A, b) => vector([div(at(b, 0), at(A, 0, 0))]) },
 * );
 * gradient((x: Scalars<2>) => kepler(1, x))([1, 0]); // [ 1, 0.8414709848078965 ]
 */
export const root =
  <Y extends Container, X extends readonly unknown[]>(
    F: (y: Y, ...x: X) => Container,
    { solve, find = itself, ...options }: RootOptions<Y, X>,
  ) =>
  (start: Y, ...x: X): Y => {
    const { elements, filled } = takenApart(x);
    // The container of y travels as it is.
    const equations = (values: readonly Value[]): Equations => {
      const parameters = filled(values);
      return (y) => F(y as Y, ...parameters);
    };
    const evaluate: Operation["evaluate"] = (values) => {
      const from = find(plain(start), ...filled(values));
      const at = equations(values);
      return iterated(newton(at, solve), plain(from), { limit: 100, ...options }, complaint(at));
    };
    const pullback: Operation["pullback"] = (bar, values, y) => {
      const lambda = multipliers(equations(values), solve, y, bar);
      const along = (inputs: readonly Value[]): unknown => equations(inputs)(y);
      // F = 0 stays so: what x does to F, y undoes.
      const negative = mapLeaves("root", lambda, neg);
      return pullBack("root", along, values, negative) as readonly Value[];
    };
    return perform({ name: "root", transparent: false, evaluate, pullback }, elements) as Y;
  };

const itself = <Y>(start: Y, ..._x: readonly unknown[]): Y => start;

const plain = <Y>(start: Y): Y =>
  // The container of the start, with its plain values.
  mapLeaves("root", start, value) as Y;
