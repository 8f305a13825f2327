import { Call, Constant, type Formula } from "../formula/formula.ts";
import { Canon, type Manner } from "./canon.ts";
import { collectedProduct, collectedSum } from "./collect.ts";
import { Plan } from "./plan.ts";
import { isAdditive, isMultiplicative } from "./region.ts";
import { bodyTerm, numberTerm, type Term } from "./term.ts";

const leafTerm = (formula: Formula): Term =>
  formula instanceof Constant && typeof formula.exact === "object"
    ? numberTerm(formula.exact)
    : bodyTerm(formula);

/** Copies of terms and factors: so many for each formula of the graph, and for small graphs. */
const copies = (size: number): number => 4 * size + 4096;

/**
 * The formulas in canonical form, operands first, each once; none where flattening would take more than
 * its share of work.
 */
export const pass = (
  graph: readonly Formula[],
  outputs: readonly Formula[],
  manner: Manner,
): readonly Formula[] | undefined => {
  const canon = new Canon(manner, copies(graph.length));
  const plan = new Plan(graph, outputs, manner.flatten);
  const forms = new Map<Formula, Term>();
  // Operands come first, so each has its form.
  const of = (formula: Formula): Term => forms.get(formula)!;
  const form = (formula: Formula): Term => {
    if (!(formula instanceof Call)) return leafTerm(formula);
    if (isAdditive(formula)) return collectedSum(canon, formula, plan.entersSum, of);
    if (isMultiplicative(formula)) return collectedProduct(canon, formula, plan.entersProduct, of);
    return canon.apply(formula.rule, formula.operands.map(of), formula.s);
  };
  for (const formula of graph) {
    if (plan.isPart(formula)) continue;
    const term = form(formula);
    const whole = !manner.flatten && plan.isShared(formula) && formula instanceof Call;
    forms.set(formula, whole ? canon.keep(term) : term);
    if (manner.flatten && canon.exhausted) return undefined;
  }
  return outputs.map((output) => canon.formula(of(output)));
};
