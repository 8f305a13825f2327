import type { Differentiable, Input, Mirror, OutputFor, Scalars } from "@jacobian/core";
import { type Pullback, pull, pullOnce } from "./pull.ts";

/**
 * The value of f at x and its pullback w ↦ J(x)ᵀ·w, which sweeps the record of this one evaluation;
 * w has the container of the output, its image that of the input.
 * @throws OperatorError or LevelError for an output that is no value of f's own; the pullback throws
 * ShapeError unless w has the structure of the output.
 * @example
 * const { value, pullback: back } = pullback(([x, y]) => mul(x, y))([2, 3]);
 * back(1); // [ 3, 2 ]
 */
export const pullback =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, ...constants: C): Pullback<OutputFor<A, Y>, Mirror<A>> => {
    const { value, pullback: back } = pull("pullback", f, x, constants);
    // Value and cotangents come in the containers of output and input.
    return { value, pullback: back } as Pullback<OutputFor<A, Y>, Mirror<A>>;
  };

/** The value of a function and the cotangent of its input. */
export interface Vjp<Y, X> {
  readonly value: Y;
  readonly cotangent: X;
}

/**
 * The vector–Jacobian product: f(x) and J(x)ᵀ·w, at the cost of a small multiple of one evaluation
 * whatever the number of inputs.
 * @throws ShapeError unless w has the structure of the output; OperatorError or LevelError for an
 * output that is no value of f's own.
 * @example
 * vjp(([x, y]) => mul(x, y))([2, 3], 1); // { value: 6, cotangent: [ 3, 2 ] }
 */
export const vjp =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, w: Y, ...constants: C): Vjp<OutputFor<A, Y>, Mirror<A>> => {
    const result = pullOnce("vjp", f, x, constants, ({ value, pullback: back }) => ({
      value,
      cotangent: back(w),
    }));
    // Value and cotangent come in the containers of output and input.
    return result as Vjp<OutputFor<A, Y>, Mirror<A>>;
  };
