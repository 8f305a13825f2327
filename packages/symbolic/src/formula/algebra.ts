import {
  type Algebra,
  type BinaryRule,
  decide,
  describe,
  type Element,
  type LocallyConstantRule,
  type PiecewiseRule,
  type Plain,
  type Relation,
  type StructuredRule,
  type UnaryRule,
  UndecidedError,
  type Value,
} from "@jacobian/core";
import { Constant } from "./formula.ts";
import { elementwise } from "./elementwise.ts";
import { entriesOf } from "./lift.ts";
import { toNumber } from "./rational.ts";
import { bilinearly, expanded, linearly } from "./whole.ts";

const numberOf = ({ exact }: Constant): number =>
  typeof exact === "number" ? exact : toNumber(exact);

/**
 * The algebra of formulas: a primitive applied to formulas is a formula. It stands below all others, so
 * that dual numbers and tapes can be made of formulas.
 */
export const formulas: Algebra = {
  level: 0,
  open: true,
  unary: <S>(rule: UnaryRule<S>, x: Element, s: S) =>
    rule.smooth === undefined ? linearly(rule, x, s) : elementwise(rule, [x], s),
  binary: <S>(rule: BinaryRule<S>, x: Value, y: Value, s: S) =>
    rule.smooth === undefined ? bilinearly(rule, x, y, s) : elementwise(rule, [x, y], s),
  piecewise: <S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S) =>
    elementwise(rule, inputs, s),
  locallyConstant: <S>(rule: LocallyConstantRule<S>, x: Element, s: S) => elementwise(rule, [x], s),
  structured: <S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S) =>
    expanded(rule, inputs, s),
  decide: (relation: Relation, a: Value, b: Value): boolean => {
    const [[x], [y]] = [entriesOf(a), entriesOf(b)];
    if (x instanceof Constant && y instanceof Constant) {
      return decide(relation, numberOf(x), numberOf(y));
    }
    throw new UndecidedError(
      `${relation}: expected numbers to compare, got ${describe(a)} and ${describe(b)}, of which at least one is a formula; keep the condition in the program: where("${relation}", a, b, then, otherwise)`,
    );
  },
  value: (x: Element): Plain => {
    if (x instanceof Constant) return numberOf(x);
    throw new UndecidedError(
      `value: expected an element that has a number, got the formula ${x.toString()}; evaluate it at values of its variables`,
    );
  },
};
