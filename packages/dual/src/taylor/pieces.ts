import {
  type PiecewiseRule,
  type Plain,
  type Value,
  add,
  scale,
  value,
  where,
} from "@jacobian/core";
import type { Taylor } from "./algebra.ts";

/**
 * The shares of the pieces as the curve sets out, t ↓ 0: sides are compared by their first coefficients that
 * differ, as far as order k. Where they tie all the way the convention decides, and it does not matter: a
 * continuous function has pieces that agree there as far as its sides do. `where` compares values: what it
 * states is a relation, not a kink.
 */
const sharesAlong = <S>(
  algebra: Taylor,
  rule: PiecewiseRule<S>,
  inputs: readonly Value[],
  s: S,
): ((k: number) => readonly Plain[]) => {
  const sides = rule.sides(inputs, s);
  const at = (k: number): Plain[] => sides.map((x) => value(algebra.coefficient(x, k) ?? 0));
  let leading = at(0);
  let order = 0;
  return (k) => {
    while (rule.atTie !== "relation" && order < k) {
      const next = at(++order);
      leading = leading.map((x, i) => where("eq", x, leading[i ^ 1]!, next[i]!, x) as Plain);
    }
    return rule.sharesOf(leading, s);
  };
};

/** The pieces that are active at t = 0, each with its share; a constant if all of them are. */
export const pieces = <S>(
  algebra: Taylor,
  rule: PiecewiseRule<S>,
  inputs: readonly Value[],
  s: S,
): Value => {
  const y = rule.apply(
    inputs.map((x) => algebra.constant(x)),
    s,
  );
  const shares = sharesAlong(algebra, rule, inputs, s);
  const active = shares(0).map((share, p) =>
    share === 0 ? undefined : algebra.own(rule.pieces[p]?.(inputs, s)),
  );
  if (active.every((piece) => piece === undefined)) return y;
  const degree = active.reduce((most, piece) => Math.max(most, piece?.degree ?? 0), 0);
  return algebra.series(y, degree, (k) =>
    shares(k).reduce<Value>((total, share, p) => {
      const part = active[p]?.coefficient(k);
      return part === undefined || share === 0 ? total : add(total, scale(share, part));
    }, 0),
  );
};
