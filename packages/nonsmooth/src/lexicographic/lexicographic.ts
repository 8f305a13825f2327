import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type MatrixValue,
  type Mirror,
  type Scalar,
  type Scalars,
  entryCount,
  row,
  sameStructure,
  scalarOutput,
  unflatten,
} from "@jacobian/core";
import type { AnyFunction } from "../engine/intercept.ts";
import { type Place, placesOf } from "../engine/kink.ts";
import { type Demand, checkedOptions } from "../methods/options.ts";
import { decided } from "./decided.ts";
import { refuseOuter } from "./refusals.ts";
import { type At, type Directions, hasKinks, jacobianAlong, smoothJacobian } from "./settle.ts";

/** What kind of element a lexicographic derivative is known to be. */
export type ElementKind = "B-subdifferential" | "Clarke" | "plenary hull";

/** An element of a generalized Jacobian, and what is known of it. */
export interface Certified<M> {
  readonly jacobian: M;
  /**
   * "B-subdifferential": a limit of Jacobians at points where f is differentiable (and so in Clarke's set);
   * "Clarke": in Clarke's generalized Jacobian; "plenary hull": no linear functional tells it from that set.
   */
  readonly element: ElementKind;
  /** The kinks at x. */
  readonly kinks: readonly Place[];
}

/** Which directions decide first at a kink; see `lexicographic`. */
export interface LexicographicOptions<X = unknown> {
  /** Directions that decide before the coordinates do, in the container of x. */
  readonly directions?: readonly X[];
}

/** The coordinate directions, in the container of x, as they are needed. */
function* coordinates(operation: string, x: unknown): Generator {
  const n = entryCount(operation, x);
  for (let j = 0; j < n; j++) {
    const direction = new Float64Array(n);
    direction[j] = 1;
    yield unflatten(operation, x, direction);
  }
}

const list: Demand = { what: "a list of directions", holds: (x) => Array.isArray(x) };

const listed = (operation: string, options: LexicographicOptions): readonly unknown[] =>
  checkedOptions(operation, { directions: list }, options).directions ?? [];

/** An element of the generalized Jacobian along some directions and then the coordinates. */
export const certified = (at: At, first: readonly unknown[]): Certified<MatrixValue> => {
  const { operation, x } = at;
  for (const d of first)
    sameStructure(operation, x, d, "give directions the structure of the input");
  if (!hasKinks(at))
    return { jacobian: smoothJacobian(at), element: "B-subdifferential", kinks: [] };
  const directions: Directions = function* () {
    yield* first;
    yield* coordinates(operation, x);
  };
  const { result, kinks } = decided(at, directions, (signs) =>
    jacobianAlong(at, directions, signs),
  );
  refuseOuter(at, kinks);
  const isPiecewise = kinks.every(({ body }) => body === undefined);
  const element = isPiecewise ? "B-subdifferential" : result.rows === 1 ? "Clarke" : "plenary hull";
  return { jacobian: result, element, kinks: placesOf(kinks) };
};

/**
 * The lexicographic derivative of f at x (Nesterov 2005): at each kink, its switch taken by its slopes, the
 * piece that becomes active as x moves along m₁, then by vanishingly less along m₂, …, where the m are the
 * given directions and then the coordinates; and what it certifies. For piecewise differentiable f it is in
 * the B-subdifferential (Khan & Barton 2015); where norms or eigenvalues have kinks it is in Clarke's
 * generalized Jacobian if f is scalar, else in its plenary hull (Khan & Barton 2013). Always relative to the signs as computed.
 * @throws as `directional`; DomainError for an option that is none.
 * @example
 * lexicographic((x: Scalar) => sub(relu(x), relu(neg(x))))(0).element; // "B-subdifferential"
 */
export const lexicographic = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: LexicographicOptions<Input<X>> = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => Certified<MatrixFor<A>>) => {
  const first = listed("lexicographic", options);
  return (x, ...constants) =>
    // A plain matrix for plain input.
    certified({ operation: "lexicographic", f, x, constants }, first) as Certified<
      MatrixFor<typeof x>
    >;
};

/**
 * One element of the generalized Jacobian of f at x, a row for each entry of the output and a column for each
 * of the input; the Jacobian itself where f is differentiable. `lexicographic` says what it certifies.
 * @throws as `lexicographic`.
 * @example
 * jacobian((x: Scalar) => sub(relu(x), relu(neg(x))))(0); // Matrix 1×1 [1]
 */
export const jacobian = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: LexicographicOptions<Input<X>> = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => MatrixFor<A>) => {
  const first = listed("jacobian", options);
  return (x, ...constants) =>
    // A plain matrix for plain input.
    certified({ operation: "jacobian", f, x, constants }, first).jacobian as MatrixFor<typeof x>;
};

/**
 * One Clarke subgradient of a scalar function at x, in the container of x.
 * @throws ShapeError unless the output is one scalar; else as `lexicographic`.
 * @example
 * subgradient(([x, y]) => add(abs(x), mul(3, y)))([0, 1]); // [ 1, 3 ]
 */
export const subgradient = <X = Scalars, C extends readonly unknown[] = []>(
  f: Differentiable<X, C, Scalar>,
  options: LexicographicOptions<Input<X>> = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => Mirror<A>) => {
  const first = listed("subgradient", options);
  return (x, ...constants) => {
    const scalar = (...args: never[]) => scalarOutput("subgradient", (f as AnyFunction)(...args));
    const { jacobian: J } = certified({ operation: "subgradient", f: scalar, x, constants }, first);
    // Built in the structure of x.
    return unflatten("subgradient", x, row(J, 0)) as Mirror<typeof x>;
  };
};
