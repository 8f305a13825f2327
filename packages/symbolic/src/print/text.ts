import { Call, Constant, type Formula, Named, Variable } from "../formula/formula.ts";
import { mapGraph } from "../formula/graph.ts";

const one = (formula: Formula, operands: readonly string[]): string => {
  if (formula instanceof Variable || formula instanceof Named) return formula.name;
  if (formula instanceof Constant) {
    const { exact } = formula;
    if (typeof exact === "number") return String(exact);
    return exact.d === 1n ? String(exact.n) : `${exact.n}/${exact.d}`;
  }
  return `${formula instanceof Call ? formula.rule.name : ""}(${operands.join(", ")})`;
};

/** A formula as text. */
export const toText = (formula: Formula): string => mapGraph([formula], one)[0]!;
