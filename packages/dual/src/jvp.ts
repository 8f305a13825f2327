import type { Differentiable, Input, OutputFor, Scalars } from "@jacobian/core";
import type { AnyFunction } from "./evaluate.ts";
import { directionOf, push } from "./push.ts";

/** The value of a function and its derivative along a direction, each in the output's container. */
export interface Jvp<Y> {
  readonly value: Y;
  readonly tangent: Y;
}

/**
 * The Jacobian–vector product: f(x) and J(x)·v in one evaluation, v in the container of x, both
 * results in the container of the output. At a kink it is the derivative of the piece that the table's
 * convention chooses (of the mean, where it is one), and so linear in v.
 * @throws ShapeError unless v has the structure of x; OperatorError or LevelError for an output that
 * is no value of f's own.
 * @example
 * jvp(([x, y]) => mul(x, y))([2, 3], [1, 0]); // { value: 6, tangent: 3 }
 */
export const jvp =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, v: Input<X>, ...constants: C): Jvp<OutputFor<A, Y>> => {
    const along = [directionOf("jvp", x, v)];
    const pushed = push("jvp", f as AnyFunction, x, along, constants);
    // The results come in the output's container, plain for plain input.
    return { value: pushed.value(), tangent: pushed.tangent(0) } as Jvp<OutputFor<A, Y>>;
  };
