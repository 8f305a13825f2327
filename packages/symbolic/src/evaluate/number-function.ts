import { where } from "@jacobian/core";
import { Constant, type Formula, Named } from "../formula/formula.ts";
import { toNumber } from "../formula/rational.ts";
import { erased, type Rule } from "../formula/rule.ts";

/** What a rule makes of numbers. */
export type NumberFunction = (...x: readonly number[]) => number;

const relations = {
  lt: (a: number, b: number, x: number, y: number) => (a < b ? x : y),
  le: (a: number, b: number, x: number, y: number) => (a <= b ? x : y),
  gt: (a: number, b: number, x: number, y: number) => (a > b ? x : y),
  ge: (a: number, b: number, x: number, y: number) => (a >= b ? x : y),
  eq: (a: number, b: number, x: number, y: number) => (a === b ? x : y),
};

/** The value of a rule on numbers, with its static argument: what core itself computes. */
export const numberFunction = (rule: Rule, s: unknown): NumberFunction => {
  if (rule.kind === "locallyConstant") return (x = NaN) => rule.number(x, s);
  if (rule.kind === "piecewise") {
    // (The rule of `where` makes arrays.)
    if (rule === erased(where.rule)) return relations[s as keyof typeof relations];
    // Numbers in, a number out.
    return (...x) => rule.evaluate(x, s) as number;
  }
  // Only rules that are smooth are applied to scalar formulas.
  const value = rule.smooth!.value as NumberFunction;
  if (s === undefined) return value;
  return rule.kind === "unary"
    ? (x = NaN) => rule.smooth!.value(x, s)
    : (x = NaN, y = NaN) => rule.smooth!.value(x, y, s);
};

/** The number that a constant is, or is nearest to; undefined for what is none. */
export const numberOf = (formula: Formula): number | undefined => {
  if (formula instanceof Named) return formula.number;
  if (!(formula instanceof Constant)) return undefined;
  const { exact } = formula;
  return typeof exact === "number" ? exact : toNumber(exact);
};
