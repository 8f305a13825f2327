import { leavesOf, mapLeaves, type Value } from "@jacobian/core";
import { Element } from "@jacobian/core";
import type { Formula } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { entriesOf, valueOf } from "../formula/lift.ts";
import { shapeOf } from "@jacobian/core";
import type { Manner } from "./canon.ts";
import { pass } from "./pass.ts";

/** From the form that is the same however a formula was grouped to the one that leaves shared parts alone. */
const manners: readonly [Manner, ...Manner[]] = [
  { flatten: true, terse: false },
  { flatten: true, terse: true },
  { flatten: false, terse: true },
];

const count = (graph: readonly Formula[]): number =>
  graph.reduce((total, formula) => (formula.operands.length > 0 ? total + 1 : total), 0);

const same = (a: readonly Formula[], b: readonly Formula[]): boolean =>
  a.every((formula, k) => formula === b[k]);

interface Simplified {
  readonly outputs: readonly Formula[];
  readonly graph: readonly Formula[];
  readonly size: number;
}

const measured = (outputs: readonly Formula[]): Simplified => {
  const graph = graphOf(outputs);
  return { outputs, graph, size: count(graph) };
};

/**
 * Passes of one manner. The second finds nothing to do, unless an identity has made room for another: of three thousand
 * random formulas none took more than three. The bound keeps the time near to linear whatever comes.
 */
const mostPasses = 8;

/** What passes of one manner lead to; none where that takes more than its share of work. */
const settled = (before: Simplified, manner: Manner): Simplified | undefined => {
  let now = before;
  for (let k = 0; k < mostPasses; k++) {
    const outputs = pass(now.graph, now.outputs, manner);
    if (outputs === undefined) return undefined;
    if (same(outputs, now.outputs)) return now;
    now = measured(outputs);
  }
  return now;
};

const isNoLarger = (after: Simplified | undefined, before: Simplified): after is Simplified =>
  after !== undefined && after.size <= before.size;

/**
 * The canonical form, if it has no more operations. If it has, the formula is simplified in the other manners, and
 * the canonical form of what has become of it is tried again: once for each manner, since what one leads to
 * stays in it.
 */
const simplified = (outputs: readonly Formula[]): readonly Formula[] => {
  const [canonical, ...others] = manners;
  let now = measured(outputs);
  for (let left = manners.length; left > 0; left--) {
    const before = now;
    const best = settled(before, canonical);
    if (isNoLarger(best, before)) return best.outputs;
    for (const manner of others) {
      const after = settled(before, manner);
      if (!isNoLarger(after, before)) continue;
      now = after;
      break;
    }
    if (now === before) break;
  }
  return now.outputs;
};

/**
 * The same formulas written simply: like terms and powers collected, identities applied, in an order that
 * does not depend on how they were built. Values are kept wherever the given formula has one; there are
 * never more operations. Formulas in a list or object are simplified together.
 * @throws OperatorError for what is neither a value nor a container.
 * @example
 * const [x] = symbols("x");
 * simplify(add(mul(x, x), square(x))) === mul(2, square(x)); // true
 */
export const simplify = <X>(x: X): X => {
  const leaves = leavesOf("simplify", x).filter((leaf) => leaf instanceof Element);
  const results = simplified(leaves.flatMap(entriesOf));
  let from = 0;
  const rewrite = (leaf: Value): Value => {
    if (!(leaf instanceof Element)) return leaf;
    const { length } = entriesOf(leaf);
    return valueOf(shapeOf(leaf), results.slice(from, (from += length)));
  };
  // The structure is kept, and each value has its shape again.
  return mapLeaves("simplify", x, rewrite) as X;
};
