import { div, log, pow, type Value } from "@jacobian/core";
import { pi } from "../constants.ts";
import { numberFunction, numberOf } from "../evaluate/number-function.ts";
import { apply } from "../formula/elementwise.ts";
import { Call, Constant, type Formula } from "../formula/formula.ts";
import { mapGraph } from "../formula/graph.ts";
import { formulaOf } from "../formula/lift.ts";
import { constant, variable } from "../formula/make.ts";
import type { Rule } from "../formula/rule.ts";

const isUnit = (x: number | undefined): boolean => x === 0 || x === 1 || x === -1;

/**
 * A rule applied to constants. At 0 and ±1 its value is taken for exact where it is half of a small whole
 * number: sin 0 = 0, log 1 = 0, σ(0) = 1/2.
 */
export const exactly = (rule: Rule, operands: readonly Formula[], s: unknown): Formula => {
  const xs = operands.map((x) => (x instanceof Constant ? numberOf(x) : undefined));
  if (xs.every(isUnit)) {
    const y = numberFunction(rule, s)(...xs.map(Number));
    if (Number.isInteger(2 * y) && Math.abs(y) <= 2) return constant(y);
  }
  return apply(rule, operands, s);
};

const two = /*#__PURE__*/ constant(2);
const ten = /*#__PURE__*/ constant(10);
const f = (x: Value): Formula => formulaOf("series", x);

/** The numbers that rules of core keep as float64, by what they are. */
const irrational = (x: number): Formula | undefined => {
  switch (x) {
    case Math.PI:
      return pi;
    case -Math.PI:
      return f(div(pi, -1));
    case Math.LN2:
      return f(log(two));
    case Math.LOG2E:
      return f(div(1, log(two)));
    case Math.LOG10E:
      return f(div(1, log(ten)));
    // 2/√π, of erf.
    case 1.1283791670955126:
      return f(div(2, pow(pi, constant(0.5))));
    // √π/2, of its inverse.
    case 0.886226925452758:
      return f(div(pow(pi, constant(0.5)), 2));
    case 1 / 3:
      return constant({ n: 1n, d: 3n });
  }
  return undefined;
};

/** Names that no user's variable has. */
const places = ["series:x", "series:y", "series:z"] as const;

/**
 * What a rule states of its operands x, y and its result z, as formulas, with the irrational numbers in it by
 * name: as float64 they would be taken for decimals.
 */
export const stated = (
  rule: (x: Formula, y: Formula, z: Formula) => Value,
  actual: readonly [x: Formula, y: Formula, z: Formula],
): Formula => {
  // With variables in the place of operands, which may be large, only the rule's own part is walked.
  const [x, y, z] = places.map((name) => variable(name)) as [Formula, Formula, Formula];
  const by = new Map([x, y, z].map((place, k) => [place, actual[k]!]));
  const [result] = mapGraph<Formula>([f(rule(x, y, z))], (formula, operands) => {
    if (formula instanceof Call) return apply(formula.rule, operands, formula.s);
    const number = formula instanceof Constant ? numberOf(formula) : undefined;
    return by.get(formula) ?? (number === undefined ? formula : (irrational(number) ?? formula));
  });
  return result!;
};
