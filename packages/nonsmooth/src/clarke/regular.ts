import { agree, only } from "../engine/kink.ts";
import type { At } from "../lexicographic/settle.ts";
import { isInert } from "./enumerate.ts";
import { type Selection, jacobianOf, selectionOf } from "./selection.ts";
import type { Term } from "./terms.ts";
import { dot, isZero, less, plus } from "./vectors.ts";

/**
 * The factor γ of change = γ·row: NaN if there is none.
 */
const factorOf = (change: Float64Array, row: Float64Array): number => {
  if (isZero(row)) return isZero(change) ? 0 : NaN;
  const factor = dot(change, row) / dot(row, row);
  const rest = plus(change, -factor, row);
  return dot(rest, rest) <= 1e-20 * dot(change, change) ? factor : NaN;
};

/** The same selection with the coefficients of its bodies negated. */
const mirrored = (at: At, selection: Selection): Selection => {
  const { choices, kinks } = selection;
  if (kinks.every(({ body }) => body === undefined)) return selection;
  const negated = choices.map((choice, i) =>
    kinks[i]!.body === undefined ? choice : Float64Array.from(choice, (entry) => -entry),
  );
  return selectionOf(at, negated);
};

/** How f bends at kink i, if that does not depend on norms and eigenvalues: NaN where it does. */
const bendsAnyway = (at: At, selection: Selection, i: number): readonly number[] => {
  const mirror = mirrored(at, selection);
  const there = mirror === selection ? undefined : bends(at, mirror, i);
  return bends(at, selection, i).map((sign, k) =>
    there === undefined || agree([sign], [there[k]!]) ? sign : NaN,
  );
};

/** By how much f bends at kink i of a selection, for each option against the first: above 0 where it is convex. */
export const bends = (at: At, selection: Selection, i: number): readonly number[] => {
  const rows = selection.positive[i]!;
  const count = rows.length;
  // Of two pieces, or of several entries each is taken where it is ahead of every other: no clamp.
  if (rows.some((row) => row.length !== count - 1)) return [NaN];
  const taken = (k: number): Float64Array =>
    jacobianOf(at, [
      ...selection.choices.slice(0, i),
      only(k, count),
      ...selection.choices.slice(i + 1),
    ]);
  const first = taken(0);
  return rows.slice(1).map((row, k) => factorOf(less(taken(k + 1), first), row[0]!));
};

/** How f bends at each of its kinks in each selection, found one after another. */
function* signsOf(
  at: At,
  selections: readonly Selection[],
  terms: readonly Term[],
): Generator<number> {
  for (const { shares } of terms)
    for (const { body, adjoint } of shares)
      // A body that is neither the largest nor the smallest is regular only by chance.
      yield body.curvature === 0 ? NaN : body.curvature * adjoint[0]!;
  for (const selection of selections)
    for (const [i, { body }] of selection.kinks.entries())
      if (body === undefined && !isInert(selection, i)) yield* bendsAnyway(at, selection, i);
}

/**
 * Whether f is regular, or −f is: every kink is convex as it enters a scalar f (bends ≥ 0, nonnegative adjoints of
 * norms and largest eigenvalues), or every one concave. Then the chain rule and the sum rule hold with equality
 * (Clarke 1990, theorems 2.3.9(i) and 2.3.10, corollary 3 of 2.3.3; ∂(−f) = −∂f by 2.3.1). A kink below a norm
 * enters with adjoints of both signs, and a switch that is a norm need not cross: neither is claimed.
 */
export const isRegular = (
  at: At,
  selections: readonly Selection[],
  terms: readonly Term[],
): boolean => {
  if (selections[0]!.rows !== 1) return false;
  let [isConvex, isConcave] = [true, true];
  for (const sign of signsOf(at, selections, terms)) {
    isConvex &&= sign >= 0;
    isConcave &&= sign <= 0;
    if (!isConvex && !isConcave) return false;
  }
  return true;
};
