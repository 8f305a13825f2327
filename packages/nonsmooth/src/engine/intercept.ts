import { type Value, checkedFunction, entriesOf, mapLeaves, ownOutputs } from "@jacobian/core";
import { notLipschitz } from "./compared.ts";
import type { Kink, Policy } from "./kink.ts";
import { Selections } from "./selections.ts";

/** A function whose types the door has checked. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** What a selection of f gives at a point, still of the level below. */
export interface Intercepted {
  readonly output: unknown;
  /** In the order in which f meets them. */
  readonly kinks: readonly Kink[];
}

/**
 * f, computed on the values that it is given, with kinks left to a policy.
 * @throws DomainError where an output is no locally Lipschitz function of the input, if `lipschitz` is asked for.
 */
export const intercept = (
  operation: string,
  f: unknown,
  policy: Policy,
  x: unknown,
  constants: readonly unknown[],
  lipschitz = true,
): Intercepted => {
  const kinks: Kink[] = [];
  const algebra = new Selections({
    ...policy,
    choose: (kink) => {
      kinks.push(kink);
      return policy.choose(kink);
    },
  });
  const output = algebra.run(() => {
    const lifted = mapLeaves(operation, x, (leaf) => algebra.lift(leaf));
    // The doors check the types.
    const given = checkedFunction(operation, f as AnyFunction)(lifted, ...constants);
    return ownOutputs(operation, algebra, given);
  });
  const below = mapLeaves(operation, output, (y: Value) => {
    const flaw = algebra.flaw(y);
    if (lipschitz && flaw !== undefined && entriesOf(flaw).some(Number.isNaN))
      throw notLipschitz(algebra);
    return algebra.primal(y);
  });
  return { output: below, kinks };
};
