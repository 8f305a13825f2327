import type { BinaryRule, LocallyConstantRule, PiecewiseRule, UnaryRule } from "@jacobian/core";

/** The rules that make a scalar of scalars; S is the type of the static argument. */
export type ScalarRule<S> =
  UnaryRule<S> | BinaryRule<S> | PiecewiseRule<S> | LocallyConstantRule<S>;

/** A rule in a formula, which keeps its static argument beside it: only with that one it is ever called. */
export type Rule = ScalarRule<unknown>;

/** Forgets the type of the static argument. */
export const erased = <S>(rule: ScalarRule<S>): Rule =>
  // A formula hands the rule the static argument that came with it, and no other.
  rule as unknown as Rule;
