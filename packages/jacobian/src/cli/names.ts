import { type Formula, Variable } from "@jacobian/symbolic";

/** The names of variables, in the order in which they come. */
export const namesIn = (formulas: readonly Formula[]): readonly string[] => {
  const seen = new Set<Formula>();
  const waiting = [...formulas].reverse();
  for (let formula = waiting.pop(); formula !== undefined; formula = waiting.pop()) {
    if (seen.has(formula)) continue;
    seen.add(formula);
    waiting.push(...[...formula.operands].reverse());
  }
  return [...seen].flatMap((formula) => (formula instanceof Variable ? [formula.name] : []));
};
