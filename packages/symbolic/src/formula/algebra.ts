import {
  type Algebra,
  type BinaryRule,
  decide,
  describe,
  type Element,
  type LocallyConstantRule,
  type Plain,
  type Relation,
  type StructuredRule,
  type Traits,
  type UnaryRule,
  UndecidedError,
  type Value,
} from "@jacobian/core";
import { Constant } from "./formula.ts";
import { elementwise } from "./elementwise.ts";
import { entriesOf } from "./lift.ts";
import { toNumber } from "./rational.ts";
import type { ScalarRule } from "./rule.ts";
import { bilinearly, expanded, linearly } from "./whole.ts";

const numberOf = ({ exact }: Constant): number =>
  typeof exact === "number" ? exact : toNumber(exact);

/** What a rule states in other primitives, if it does. */
const stated = (
  rule: { readonly traits: Traits },
  inputs: readonly Value[],
  s: unknown,
): readonly Value[] | undefined =>
  // A rule is given the static argument that came with it.
  rule.traits.formula?.(inputs, s as never);

const scalarwise = <S>(rule: ScalarRule<S>, inputs: readonly Value[], s: S): Value =>
  stated(rule, inputs, s)?.[0] ?? elementwise(rule, inputs, s);

/**
 * The algebra of formulas: a primitive applied to formulas is a formula. It stands below all others, so
 * that dual numbers and tapes can be made of formulas.
 */
export const formulas: Algebra = {
  level: 0,
  open: true,
  unary: <S>(rule: UnaryRule<S>, x: Element, s: S) =>
    rule.smooth === undefined
      ? (stated(rule, [x], s)?.[0] ?? linearly(rule, x, s))
      : scalarwise(rule, [x], s),
  binary: <S>(rule: BinaryRule<S>, x: Value, y: Value, s: S) =>
    rule.smooth === undefined
      ? (stated(rule, [x, y], s)?.[0] ?? bilinearly(rule, x, y, s))
      : scalarwise(rule, [x, y], s),
  piecewise: scalarwise,
  locallyConstant: <S>(rule: LocallyConstantRule<S>, x: Element, s: S) => scalarwise(rule, [x], s),
  structured: <S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S) =>
    stated(rule, inputs, s) ?? expanded(rule, inputs, s),
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
