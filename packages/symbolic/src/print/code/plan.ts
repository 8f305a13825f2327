import { Call, type Formula } from "../../formula/formula.ts";
import { inOrderOfUse } from "../../formula/order-of-use.ts";
import type { Rule } from "../../formula/rule.ts";

/** What is to be computed, and how it is cut into statements. */
export interface Plan {
  /** All formulas, operands first. */
  readonly graph: readonly Formula[];
  /** Those whose value gets a name of its own, in a statement of its own; operands first. */
  readonly named: ReadonlySet<Formula>;
}

/** Operations in one expression: longer ones are hard to read, and deep ones overflow the stacks of parsers. */
const most = 16;

const usesIn = (graph: readonly Formula[], outputs: readonly Formula[]): Map<Formula, number> => {
  const uses = new Map<Formula, number>();
  const count = (x: Formula): unknown => uses.set(x, (uses.get(x) ?? 0) + 1);
  for (const { operands } of graph) operands.forEach(count);
  outputs.forEach(count);
  return uses;
};

/**
 * Names what is used more than once, what would make an expression too long, what `repeats` says is
 * written more than once, and what else is to have a name.
 */
export const planOf = (
  outputs: readonly Formula[],
  repeats: (rule: Rule) => boolean,
  others: readonly Formula[] = [],
): Plan => {
  const graph = inOrderOfUse(outputs);
  const uses = usesIn(graph, outputs);
  const written = new Set(
    graph.flatMap((x) => (x instanceof Call && repeats(x.rule) ? x.operands : [])).concat(others),
  );
  const sizes = new Map<Formula, number>();
  const named = new Set<Formula>();
  for (const formula of graph) {
    if (!(formula instanceof Call)) continue;
    const size = formula.operands.reduce((total, x) => total + (sizes.get(x) ?? 0), 1);
    const isNamed = uses.get(formula)! > 1 || written.has(formula) || size >= most;
    if (isNamed) named.add(formula);
    else sizes.set(formula, size);
  }
  return { graph, named };
};
