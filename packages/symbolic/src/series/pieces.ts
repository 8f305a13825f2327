import { decide, type PiecewiseRule, type Relation, where } from "@jacobian/core";
import type { Call, Formula } from "../formula/formula.ts";
import { formulaOf } from "../formula/lift.ts";
import { erased } from "../formula/rule.ts";
import { notAnalytic, undecided } from "./errors.ts";
import type { PowerSeries } from "./power-series.ts";

/** Two sides of a switch at the point: which is larger, and what is known of them. */
const compared = (name: string, a: PowerSeries, b: PowerSeries): number => {
  if (a.number === undefined || b.number === undefined) {
    throw undecided(`${name} of a side that has no number there`);
  }
  const difference = a.number - b.number;
  const close = Math.abs(difference) <= 1e-12 * Math.max(Math.abs(a.number), Math.abs(b.number));
  if (!close) return difference;
  if (a.isConstant && b.isConstant) return 0;
  throw notAnalytic(`${name} at its kink or jump`);
};

/** The formula of the piece that holds around the point. */
export const pieceAt = (
  { rule, operands, s }: Call,
  piecewise: PiecewiseRule<unknown>,
  of: (x: Formula) => PowerSeries,
): Formula => {
  const sides = piecewise.sides(operands, s).map((x) => of(formulaOf(rule.name, x)));
  const signs = sides.filter((_, k) => k % 2 === 0).map(() => 0);
  for (let k = 0; k < signs.length; k++) {
    signs[k] = compared(rule.name, sides[2 * k]!, sides[2 * k + 1]!);
    // The first piece above its tie takes all: no later switch is asked.
    if (signs[k]! > 0) break;
  }
  if (rule === erased(where.rule)) {
    // The static argument of `where` is its relation.
    return operands[decide(s as Relation, signs[0]!, 0) ? 2 : 3]!;
  }
  const shares = piecewise.sharesOf(
    signs.flatMap((sign) => [sign, 0]),
    s,
  );
  const active = shares.findIndex((share) => share !== 0);
  return formulaOf(rule.name, piecewise.pieces[active]!(operands, s));
};
