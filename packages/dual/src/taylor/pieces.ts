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
import { lazily } from "./lazily.ts";
import type { Series } from "./series.ts";

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

/** The sum of the pieces' shares; a piece is run when it first has one. */
export const pieces = <S>(
  algebra: Taylor,
  rule: PiecewiseRule<S>,
  inputs: readonly Value[],
  s: S,
): Series => {
  const y = rule.apply(
    inputs.map((x) => algebra.constant(x)),
    s,
  );
  const shares = sharesAlong(algebra, rule, inputs, s);
  const run = rule.pieces.map((piece) => lazily(() => algebra.delayed(() => [piece(inputs, s)])));
  return algebra.series(y, Infinity, (k) =>
    shares(k).reduce<Value>((total, share, p) => {
      if (share === 0) return total;
      const [part = 0] = run[p]?.()(k) ?? [];
      return add(total, scale(share, algebra.coefficient(part, k) ?? 0));
    }, 0),
  );
};
