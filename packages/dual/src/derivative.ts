import type { Differentiable, OutputFor, Scalar } from "@jacobian/core";
import { type AnyFunction, evaluate } from "./evaluate.ts";

/**
 * The derivative of a function of one scalar: a number for a number, the tangent of a curve in the
 * curve's container.
 * @throws OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * derivative((x) => mul(x, sin(x)))(0.5); // 0.9182168195493894
 */
export const derivative =
  <C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<Scalar, C, Y>) =>
  <A extends Scalar>(x: A, ...constants: C): OutputFor<A, Y> =>
    // The tangent comes in the output's container, plain for plain input.
    evaluate("derivative", f as AnyFunction, x, [1], constants).tangent as OutputFor<A, Y>;
