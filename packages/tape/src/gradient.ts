import {
  type Differentiable,
  type Input,
  type Mirror,
  type Scalar,
  type ScalarFor,
  type Scalars,
  mapLeaves,
  scalarOutput,
} from "@jacobian/core";
import { type AnyFunction, pullOnce } from "./pull.ts";

/** A scalar and its gradient, which has the container of the input. */
export interface ValueAndGradient<A> {
  readonly value: ScalarFor<A>;
  readonly gradient: Mirror<A>;
}

/** Value and gradient by the name of a door. */
export const back = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
) =>
  pullOnce(operation, f, x, constants, ({ value, pullback }) => {
    scalarOutput(operation, value);
    return { value, gradient: pullback(mapLeaves(operation, value, () => 1)) };
  });

/**
 * The value of a scalar function and its gradient, in the container of the input, at the cost of a
 * small multiple of one evaluation whatever the number of inputs.
 * @throws ShapeError unless the output is one scalar.
 * @example
 * valueAndGradient(([x, y]) => mul(x, y))([2, 3]); // { value: 6, gradient: [ 3, 2 ] }
 */
export const valueAndGradient =
  <X = Scalars, C extends readonly unknown[] = []>(f: Differentiable<X, C, Scalar>) =>
  <const A extends Input<X>>(x: A, ...constants: C): ValueAndGradient<A> =>
    // The gradient has the structure of x; both are plain for plain input.
    back("valueAndGradient", f, x, constants) as ValueAndGradient<A>;

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
    back("gradient", f, x, constants).gradient as Mirror<A>;
