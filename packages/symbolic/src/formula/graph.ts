import type { Scalar } from "@jacobian/core";
import type { Formula } from "./formula.ts";
import { formulaOf } from "./lift.ts";

const noLeaves: ReadonlySet<Formula> = /*#__PURE__*/ new Set();

/**
 * The formulas that the given ones are made of, themselves included, each once, operands first; what
 * `leaves` are made of is left out. Without recursion: a sum of 100 000 terms is as deep.
 */
export const graphOf = (
  outputs: readonly Formula[],
  leaves: ReadonlySet<Formula> = noLeaves,
): readonly Formula[] => {
  const seen = new Set<Formula>(outputs);
  // A set is walked in the order of insertion, and what is added on the way is still to come.
  for (const formula of seen) {
    if (!leaves.has(formula)) for (const operand of formula.operands) seen.add(operand);
  }
  return [...seen].sort((a, b) => a.order - b.order);
};

/**
 * How many operations evaluate the formulas, each subformula computed once.
 * @example
 * const [x] = symbols("x");
 * operations(mul(sin(x), sin(x))); // 2
 */
export const operations = (...outputs: readonly Scalar[]): number =>
  graphOf(outputs.map((x) => formulaOf("operations", x))).filter(
    (formula) => formula.operands.length > 0,
  ).length;

/** The same for every formula of a graph, operands first: `rewrite` is given a node and what its operands became. */
export const mapGraph = <T>(
  outputs: readonly Formula[],
  rewrite: (formula: Formula, operands: readonly T[]) => T,
): readonly T[] => {
  const results = new Map<Formula, T>();
  const of = (formula: Formula): T =>
    // Operands come first, so each has its result.
    results.get(formula) as T;
  for (const formula of graphOf(outputs)) {
    results.set(formula, rewrite(formula, formula.operands.map(of)));
  }
  return outputs.map(of);
};
