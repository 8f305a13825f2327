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
 * differ, as far as they are known: to the end while f itself runs, in a tangent to order k. Where they tie all
 * the way the convention decides. That does not matter if the pieces agree as far as the sides do; a switch that
 * is flatter than the kink, as x³ for |x|, needs an order that tells its sides apart. `where` compares values:
 * what it states is a relation, not a kink.
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
  const known = algebra.outermost ? algebra.order : 0;
  return (k) => {
    while (rule.atTie !== "relation" && order < Math.max(k, known)) {
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
