import {
  type Value,
  checkedFunction,
  copied,
  mapLeaves,
  ownOutputs,
  shapeOf,
  zeros,
} from "@jacobian/core";
import { Forward } from "./forward.ts";

/** A function whose types the door has checked. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** One evaluation of a function on dual numbers: what it gave, still made of them. */
export interface Pass {
  readonly algebra: Forward;
  readonly output: unknown;
}

/**
 * f at x + ε·ẋ, the leaves of ẋ given in order. The function gets a container and arrays of its own:
 * nothing that it writes reaches the caller's.
 */
export const evaluate = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  seeds: readonly Value[],
  constants: readonly unknown[],
): Pass => {
  const algebra = new Forward();
  let k = 0;
  const lifted = mapLeaves(operation, x, (leaf) => algebra.dual(copied(leaf), seeds[k++] ?? 0));
  const output = algebra.run(() => {
    const given = checkedFunction(operation, f)(lifted, ...constants);
    return typeof given === "function" ? given : ownOutputs(operation, algebra, given);
  });
  return { algebra, output };
};

/** The output without its ε, in its container. */
export const valueOf = (operation: string, { algebra, output }: Pass): unknown =>
  mapLeaves(operation, output, (y) => algebra.primal(y));

/** The tangent of one value that came out; zeros for a constant. */
export const tangentOf = ({ algebra }: Pass, y: Value): Value =>
  algebra.tangent(y) ?? zeros(shapeOf(y));
