import type { Plain } from "@jacobian/core";
import type { Constant } from "../formula/formula.ts";
import { Call, type Formula, Named, Variable } from "../formula/formula.ts";
import { mapGraph } from "../formula/graph.ts";
import { toNumber } from "../formula/rational.ts";
import type { Rule } from "../formula/rule.ts";

/** Whole numbers between −n and n that follow no pattern, the same in each run. */
export const numbers = (seed: number): ((n: number) => number) => {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * (2 * n + 1)) - n;
  };
};

const evaluated = (rule: Rule, operands: readonly number[], s: unknown): Plain => {
  const [x = NaN, y = NaN] = operands;
  if (rule.kind === "unary") return rule.evaluate(x, s);
  if (rule.kind === "binary") return rule.evaluate(x, y, s);
  return rule.kind === "piecewise" ? rule.evaluate(operands, s) : rule.number(x, s);
};

/** The number that a formula is at values of its variables: rule by rule. */
export const valueAt = (x: Formula, values: Readonly<Record<string, number>>): number =>
  mapGraph<number>([x], (formula, operands) => {
    if (formula instanceof Call) return evaluated(formula.rule, operands, formula.s) as number;
    if (formula instanceof Variable) return values[formula.name]!;
    if (formula instanceof Named) return formula.number;
    if (!(formula instanceof Constant)) return NaN;
    return typeof formula.exact === "number" ? formula.exact : toNumber(formula.exact);
  })[0]!;
