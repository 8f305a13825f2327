import { Call, type Formula, Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { type NumberFunction, numberFunction, numberOf } from "./number-function.ts";
import type { OnSlots } from "./on-slots.ts";

type Step = (slots: Float64Array) => void;

const step = (f: NumberFunction, to: number, from: readonly number[]): Step => {
  const [i = 0, j = 0] = from;
  if (from.length === 1) return (w) => (w[to] = f(w[i]!));
  if (from.length === 2) return (w) => (w[to] = f(w[i]!, w[j]!));
  return (w) => (w[to] = f(...from.map((k) => w[k]!)));
};

/**
 * Straight-line code that is interpreted: the subformulas in an order in which each comes after its operands,
 * each once.
 * @param slotOf the slot of a variable, below `count`
 */
export const programOf = (
  outputs: readonly Formula[],
  count: number,
  slotOf: (name: string) => number,
): OnSlots => {
  const places = new Map<Formula, number>();
  // Every formula of the graph comes after its operands.
  const of = (formula: Formula): number => places.get(formula)!;
  const steps: Step[] = [];
  const constants: (readonly [slot: number, x: number])[] = [];
  let used = count;
  for (const formula of graphOf(outputs)) {
    if (formula instanceof Variable) {
      places.set(formula, slotOf(formula.name));
      continue;
    }
    const to = used++;
    places.set(formula, to);
    if (formula instanceof Call) {
      steps.push(step(numberFunction(formula.rule, formula.s), to, formula.operands.map(of)));
    } else constants.push([to, numberOf(formula)!]);
  }
  const slots = new Float64Array(used);
  for (const [slot, x] of constants) slots[slot] = x;
  const results = Int32Array.from(outputs, of);
  const run: OnSlots["run"] = (w, y) => {
    for (const each of steps) each(w);
    for (let k = 0; k < results.length; k++) y[k] = w[results[k]!]!;
  };
  return { slots, run };
};
