import {
  type Differentiable,
  type OutputFor,
  type Scalar,
  ShapeError,
  describe,
  isValue,
  shapeOf,
} from "@jacobian/core";
import type { AnyFunction } from "./evaluate.ts";
import { push } from "./push.ts";

/**
 * The derivative of a function of one scalar: a number for a number, the tangent of a curve in the
 * curve's container.
 * @throws ShapeError unless x is a scalar; OperatorError or LevelError for an output that is no value
 * of f's own.
 * @example
 * derivative((x) => mul(x, sin(x)))(0.5); // 0.9182168195493894
 */
export const derivative =
  <C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<Scalar, C, Y>) =>
  <A extends Scalar>(x: A, ...constants: C): OutputFor<A, Y> => {
    refuseOther(x);
    const pushed = push("derivative", f as AnyFunction, x, [[1]], constants);
    // The tangent comes in the output's container, plain for plain input.
    return pushed.tangent(0) as OutputFor<A, Y>;
  };

const refuseOther = (x: unknown): void => {
  if (isValue(x) && shapeOf(x).length === 0) return;
  throw new ShapeError(
    `derivative: expected one scalar to differentiate at, got ${describe(x)}; use gradient, jacobian or jvp for several inputs`,
  );
};
