import type { Scalar } from "@jacobian/core";

/** A function of any input, as the methods see it. */
export type ScalarFunction = (x: never, ...constants: never[]) => Scalar;

/**
 * What gives value and subgradient of a function: the verb `valueAndGradient` of any package is one, and so is
 * `() => (x) => ({ value, gradient })` with both written by hand. Where f is not differentiable, the gradient
 * is to be an element of its generalized gradient.
 */
export type Oracle = (
  f: ScalarFunction,
) => (x: never, ...constants: never[]) => { readonly value: Scalar; readonly gradient: unknown };
