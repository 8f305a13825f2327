import { type Value, mapLeaves, ownOutput, shapeOf, zeros } from "@jacobian/core";
import { Forward } from "./forward.ts";

/** A function whose types the door has checked. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The value of a function and its derivative along a direction, each in the output's container. */
export interface Jvp<Y> {
  readonly value: Y;
  readonly tangent: Y;
}

/**
 * f at x + ε·ẋ, the leaves of ẋ given in order. A function-valued output is differentiated when it is
 * applied, each time at a fresh level: so no ε of an earlier call is caught in it (Manzyuk et al. 2019).
 */
export const evaluate = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  tangents: readonly Value[],
  constants: readonly unknown[],
): Jvp<unknown> => {
  const algebra = new Forward();
  let k = 0;
  const lifted = mapLeaves(operation, x, (leaf) => algebra.dual(leaf, tangents[k++] ?? 0));
  const output = algebra.run(() => f(lifted, ...constants));
  if (typeof output === "function") {
    const applied = (args: readonly unknown[]): Jvp<unknown> =>
      evaluate(operation, (...all) => (f(...all) as AnyFunction)(...args), x, tangents, constants);
    return {
      value: (...args: unknown[]) => applied(args).value,
      tangent: (...args: unknown[]) => applied(args).tangent,
    };
  }
  return {
    value: mapLeaves(operation, output, (y) => algebra.primal(ownOutput(operation, algebra, y))),
    tangent: mapLeaves(operation, output, (y) => algebra.tangent(y) ?? zeros(shapeOf(y))),
  };
};
