import {
  type Differentiable,
  type Input,
  type OutputFor,
  type Scalars,
  leavesOf,
  sameStructure,
} from "@jacobian/core";
import { type AnyFunction, evaluate, type Jvp } from "./evaluate.ts";

/**
 * The Jacobian–vector product: f(x) and J(x)·v in one evaluation, v in the container of x, both
 * results in the container of the output. At a kink it follows the convention of the table.
 * @throws ShapeError unless v has the structure of x; OperatorError or LevelError for an output that
 * is no value of f's own.
 * @example
 * jvp(([x, y]) => mul(x, y))([2, 3], [1, 0]); // { value: 6, tangent: 3 }
 */
export const jvp =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, v: Input<X>, ...constants: C): Jvp<OutputFor<A, Y>> => {
    sameStructure<unknown>("jvp", x, v, "give the direction the structure of the input");
    // The results come in the output's container, plain for plain input.
    return evaluate("jvp", f as AnyFunction, x, leavesOf("jvp", v), constants) as Jvp<
      OutputFor<A, Y>
    >;
  };
