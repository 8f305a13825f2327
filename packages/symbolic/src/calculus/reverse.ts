import { one, times, zero } from "../formula/arithmetic.ts";
import type { Formula } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { Dependence } from "./dependence.ts";
import { type Differential, isChoice } from "./differential.ts";
import { deepest, everywhere, type Guard, Guarded, split } from "./guard.ts";

/** Hands on the adjoint of a formula to its operands: bar·∂f/∂u to each u, where its condition holds. */
const distribute = (
  d: Differential,
  bar: Formula,
  guard: Guard,
  to: (u: Formula) => Guarded,
): void => {
  if (isChoice(d)) {
    const [then, otherwise] = split(guard, d);
    distribute(d.then, bar, then, to);
    distribute(d.otherwise, bar, otherwise, to);
    return;
  }
  for (const [u, partial] of d) {
    const contribution = times(bar, partial);
    if (contribution !== zero) to(u).add(guard, contribution);
  }
};

/**
 * The partial derivatives of one formula by all that count as variables: one sweep from the result to
 * them, each formula's adjoint complete before it is handed on (reverse accumulation; Griewank &
 * Walther, Evaluating Derivatives, 3.2).
 */
export const sweep = (
  output: Formula,
  dependence: Dependence,
  graph: readonly Formula[] = graphOf([output], dependence.on),
): ReadonlyMap<Formula, Formula> => {
  const { on, varies } = dependence;
  const adjoints = new Map([[output, new Guarded()]]);
  const to = (u: Formula): Guarded => {
    const known = adjoints.get(u) ?? new Guarded();
    adjoints.set(u, known);
    return known;
  };
  to(output).add(everywhere, one);
  const results = new Map<Formula, Formula>();
  for (const f of graph.toReversed()) {
    if (!varies(f)) continue;
    const adjoint = adjoints.get(f);
    adjoints.delete(f);
    if (adjoint === undefined) continue;
    const isVariable = on.has(f);
    const [guard, bar] = adjoint.collapse(isVariable ? 0 : deepest);
    if (isVariable) results.set(f, bar);
    else distribute(dependence.differential(f), bar, guard, to);
  }
  return results;
};

/** The partial derivatives of a formula by others that it is made of. */
export const partialsOf = (f: Formula, by: readonly Formula[]): readonly Formula[] => {
  const dependence = new Dependence([f], new Set(by), partialsOf);
  const results = sweep(f, dependence, dependence.graph);
  return by.map((u) => results.get(u) ?? zero);
};
