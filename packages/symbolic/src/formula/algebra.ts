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
  type Traits,
  type UnaryRule,
  UndecidedError,
  type Value,
} from "@jacobian/core";
import { Constant, Named } from "./formula.ts";
import { elementwise } from "./elementwise.ts";
import { toNumber } from "./rational.ts";
import { bilinearly, expanded, linearly } from "./whole.ts";

/** The number that a value is, if it is none of variables. */
const numberOf = (x: Value): number | undefined => {
  if (x instanceof Constant) return typeof x.exact === "number" ? x.exact : toNumber(x.exact);
  if (typeof x === "number") return x;
  return x instanceof Named ? x.number : undefined;
};

/** What a rule states in other primitives, if it does. */
const statedAll = (
  rule: { readonly traits: Traits },
  inputs: readonly Value[],
  s: unknown,
): readonly Value[] | undefined =>
  // A rule is given the static argument that came with it.
  rule.traits.formula?.(inputs, s as never);

const stated = (...call: Parameters<typeof statedAll>): Value | undefined =>
  statedAll(...call)?.[0];

/**
 * The algebra of formulas: a primitive applied to formulas is a formula. It stands below all others, so
 * that dual numbers and tapes can be made of formulas.
 */
export const formulas: Algebra = {
  level: 0,
  open: true,
  unary: <S>(rule: UnaryRule<S>, x: Element, s: S) =>
    stated(rule, [x], s) ??
    (rule.smooth === undefined ? linearly(rule, x, s) : elementwise(rule, [x], s)),
  binary: <S>(rule: BinaryRule<S>, x: Value, y: Value, s: S) =>
    stated(rule, [x, y], s) ??
    (rule.smooth === undefined ? bilinearly(rule, x, y, s) : elementwise(rule, [x, y], s)),
  piecewise: <S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S) =>
    stated(rule, inputs, s) ?? elementwise(rule, inputs, s),
  locallyConstant: <S>(rule: LocallyConstantRule<S>, x: Element, s: S) =>
    stated(rule, [x], s) ?? elementwise(rule, [x], s),
  structured: <S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S) =>
    statedAll(rule, inputs, s) ?? expanded(rule, inputs, s),
  decide: (relation: Relation, a: Value, b: Value): boolean => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x !== undefined && y !== undefined) return decide(relation, x, y);
    throw new UndecidedError(
      `${relation}: expected numbers to compare, got ${describe(a)} and ${describe(b)}, of which at least one is a formula; keep the condition in the program: where("${relation}", a, b, then, otherwise)`,
    );
  },
  value: (x: Element): Plain => {
    const number = numberOf(x);
    if (number !== undefined) return number;
    throw new UndecidedError(
      `value: expected an element that has a number, got the formula ${describe(x)}; evaluate it at values of its variables`,
    );
  },
};
