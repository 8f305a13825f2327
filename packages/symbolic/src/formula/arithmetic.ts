import { add, mul, neg, type Relation, sub, where } from "@jacobian/core";
import { apply } from "./elementwise.ts";
import { Call, type Formula } from "./formula.ts";
import { constant } from "./make.ts";
import { erased } from "./rule.ts";

export const zero: Formula = /*#__PURE__*/ constant(0);
export const one: Formula = /*#__PURE__*/ constant(1);

/** a + b */
export const plus = (a: Formula, b: Formula): Formula => apply(erased(add.rule), [a, b]);

/** −a */
export const negated = (a: Formula): Formula => apply(erased(neg.rule), [a]);

/** a − b */
export const minus = (a: Formula, b: Formula): Formula =>
  a === zero ? negated(b) : apply(erased(sub.rule), [a, b]);

const minusOne = /*#__PURE__*/ constant(-1);

/** a·b, and −b for (−1)·b. */
export const times = (a: Formula, b: Formula): Formula =>
  a === minusOne ? negated(b) : apply(erased(mul.rule), [a, b]);

/** A relation between two formulas. */
export interface Condition {
  readonly relation: Relation;
  readonly a: Formula;
  readonly b: Formula;
}

const isChoice = (x: Formula, relation: Relation, a: Formula, b: Formula): x is Call =>
  x instanceof Call &&
  x.rule === erased(where.rule) &&
  x.s === relation &&
  x.operands[0] === a &&
  x.operands[1] === b;

/** One formula where the condition holds, another elsewhere; a < b or a = b is a ≤ b. */
export const choose = (
  { relation, a, b }: Condition,
  then: Formula,
  otherwise: Formula,
): Formula => {
  if (relation === "lt" && isChoice(otherwise, "eq", a, b) && otherwise.operands[2] === then) {
    return choose({ relation: "le", a, b }, then, otherwise.operands[3]!);
  }
  return apply(erased(where.rule), [a, b, then, otherwise], relation);
};
