import { mul, pow, reciprocal, sqrt, square } from "@jacobian/core";
import { apply } from "../formula/elementwise.ts";
import { Constant, Call, type Formula } from "../formula/formula.ts";
import { mapGraph } from "../formula/graph.ts";
import { toNumber } from "../formula/rational.ts";
import { erased } from "../formula/rule.ts";

const of = (f: typeof square, x: Formula): Formula => apply(erased(f.rule), [x]);

/** x to a constant power that needs no logarithm: as one would write it by hand. */
const shortPower = (x: Formula, exponent: number): Formula | undefined => {
  switch (exponent) {
    case 2:
      return of(square, x);
    case 3:
      return apply(erased(mul.rule), [of(square, x), x]);
    case 4:
      return of(square, of(square, x));
    case 0.5:
      return of(sqrt, x);
    case -0.5:
    case -1:
    case -2:
    case -3:
    case -4:
      return of(reciprocal, exponent === -1 ? x : shortPower(x, -exponent)!);
  }
  return undefined;
};

const isPower = (formula: Formula): formula is Call =>
  formula instanceof Call && formula.rule === erased(pow.rule);

/** The same operation on other operands. */
const rebuilt = (formula: Formula, operands: readonly Formula[]): Formula =>
  formula instanceof Call && operands.some((x, k) => x !== formula.operands[k])
    ? apply(formula.rule, operands, formula.s)
    : formula;

const lower = (formula: Formula, operands: readonly Formula[]): Formula => {
  const [x, exponent] = operands;
  if (x !== undefined && exponent instanceof Constant && isPower(formula)) {
    const { exact } = exponent;
    const short = typeof exact === "object" ? shortPower(x, toNumber(exact)) : undefined;
    if (short !== undefined) return short;
  }
  return rebuilt(formula, operands);
};

/** Equal formulas that take less time to compute. */
export const lowered = (outputs: readonly Formula[]): readonly Formula[] =>
  mapGraph(outputs, lower);
