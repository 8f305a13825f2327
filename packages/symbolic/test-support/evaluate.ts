import { decide, type Plain } from "@jacobian/core";
import { Call, Constant, type Formula, Named, Variable } from "../src/formula/formula.ts";
import { graphOf } from "../src/formula/graph.ts";
import { toNumber } from "../src/formula/rational.ts";

const leaf = (formula: Formula, at: ReadonlyMap<Formula, number>): number => {
  if (formula instanceof Variable) return at.get(formula)!;
  if (formula instanceof Named) return formula.number;
  if (!(formula instanceof Constant)) throw new TypeError("only constants are left");
  const { exact } = formula;
  return typeof exact === "number" ? exact : toNumber(exact);
};

const evaluated = ({ rule, s }: Call, operands: readonly number[]): Plain => {
  if (rule.kind === "unary") return rule.evaluate(operands[0]!, s);
  if (rule.kind === "binary") return rule.evaluate(operands[0]!, operands[1]!, s);
  if (rule.kind === "piecewise") return rule.evaluate(operands, s);
  return rule.number(operands[0]!, s);
};

/** Where a function jumps: the value there says nothing if the operand is known to rounding only. */
const jumps = ({ rule }: Call, [a = NaN, b = NaN]: readonly number[]): boolean => {
  if (rule.name === "where") {
    return decide("eq", a, b) || Math.abs(a - b) < 1e-7 * (1 + Math.abs(a));
  }
  return rule.kind === "locallyConstant" && Math.abs(a - rule.jumps(a, undefined)) < 1e-7;
};

export interface Evaluated {
  readonly value: number;
  /** The largest number met on the way, or one over the smallest. */
  readonly scale: number;
  /** Whether every part has a finite value. */
  readonly defined: boolean;
  /** Whether no jump is as near as rounding. */
  readonly decided: boolean;
}

/** The value at a point by the rules themselves. */
export const evaluateSlowly = (formula: Formula, at: ReadonlyMap<Formula, number>): Evaluated => {
  const values = new Map<Formula, number>();
  let [scale, defined, decided] = [1, true, true];
  for (const part of graphOf([formula])) {
    const operands = part.operands.map((operand) => values.get(operand)!);
    const value = part instanceof Call ? (evaluated(part, operands) as number) : leaf(part, at);
    if (part instanceof Call && jumps(part, operands)) decided = false;
    if (!Number.isFinite(value)) defined = false;
    if (value !== 0) scale = Math.max(scale, Math.abs(value), 1 / Math.abs(value));
    values.set(part, value);
  }
  return { value: values.get(formula)!, scale, defined, decided };
};
