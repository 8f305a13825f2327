import {
  type Differentiable,
  type Input,
  type Mirror,
  type Scalar,
  type ScalarFor,
  type Scalars,
  flatten,
  scalarOutput,
  unflatten,
} from "@jacobian/core";
import { columnsOf } from "./columns.ts";
import type { AnyFunction } from "./evaluate.ts";

/** A scalar and its gradient, which has the container of the input. */
export interface ValueAndGradient<A> {
  readonly value: ScalarFor<A>;
  readonly gradient: Mirror<A>;
}

const along = (operation: string, f: AnyFunction, x: unknown, constants: readonly unknown[]) => {
  const { value, columns } = columnsOf(operation, f, x, constants);
  return {
    value: scalarOutput(operation, value),
    gradient: unflatten(operation, x, flatten(operation, columns)),
  };
};

/**
 * The value of a scalar function and its gradient, in the container of the input. Costs about n
 * evaluations: for many inputs use reverse mode (`@jacobian/tape`).
 * @throws ShapeError unless the output is one scalar.
 * @example
 * valueAndGradient(([x, y]) => mul(x, y))([2, 3]); // { value: 6, gradient: [ 3, 2 ] }
 */
export const valueAndGradient =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, ...constants: C): ValueAndGradient<A> =>
    // The gradient is built in the structure of x; both are plain for plain input.
    along("valueAndGradient", f as AnyFunction, x, constants) as ValueAndGradient<A>;

/**
 * The gradient of a scalar function, in the container of the input, as `valueAndGradient` gives it.
 * @throws ShapeError unless the output is one scalar.
 * @example
 * gradient(([x, y]) => mul(x, y))([2, 3]); // [ 3, 2 ]
 */
export const gradient =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, ...constants: C): Mirror<A> =>
    // Built in the structure of x.
    along("gradient", f as AnyFunction, x, constants).gradient as Mirror<A>;
