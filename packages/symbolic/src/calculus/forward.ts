import { plus, times, zero } from "../formula/arithmetic.ts";
import type { Formula } from "../formula/formula.ts";
import type { Dependence } from "./dependence.ts";
import { type Differential, isChoice, joined } from "./differential.ts";

/** Tangents of formulas; those that are missing are 0. */
export type Tangents = Map<Formula, Formula>;

const tangentOf = (d: Differential, tangents: Tangents): Formula => {
  if (isChoice(d)) return joined(d, (side) => tangentOf(side, tangents));
  let sum = zero;
  for (const [u, partial] of d) {
    const du = tangents.get(u);
    if (du !== undefined) sum = plus(sum, times(partial, du));
  }
  return sum;
};

/** Adds the tangents of formulas, operands first, to those of the variables: the chain rule as it reads. */
export const pushForward = (
  formulas: readonly Formula[],
  dependence: Dependence,
  tangents: Tangents,
): Tangents => {
  for (const f of formulas) {
    if (dependence.on.has(f)) continue;
    const df = tangentOf(dependence.differential(f), tangents);
    if (df !== zero) tangents.set(f, df);
  }
  return tangents;
};
