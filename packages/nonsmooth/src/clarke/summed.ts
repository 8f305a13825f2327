import { type Body, isBranch, only } from "../engine/kink.ts";
import type { At } from "../lexicographic/settle.ts";
import type { Promised } from "./claim.ts";
import { isInert } from "./enumerate.ts";
import { bends } from "./regular.ts";
import { type Selection, selectionOf } from "./selection.ts";
import { type Share, type Term, outer, termOf } from "./terms.ts";
import { isTearing } from "./torn.ts";
import { dot, length, less, plus } from "./vectors.ts";

/** The simplex: of pieces that meet, the one that is furthest. */
const simplex = (n: number): Body => ({
  curvature: 0,
  refine: (_state, v) => v.indexOf(Math.max(...v)),
  // States are what `refine` has given.
  coefficients: (state) => only(state as number, n),
  isSettled: (state) => state !== undefined,
});

const isSame = (a: readonly Float64Array[], b: readonly Float64Array[]): boolean =>
  a.length === b.length && a.every((row, k) => row.every((entry, j) => entry === b[k]![j]));

/** Whether two selections differ in nothing that decides a kink. */
const isAlike = (a: Selection, b: Selection): boolean =>
  a.kinks.length === b.kinks.length &&
  a.parts.every((parts, i) => isSame(parts, b.parts[i]!)) &&
  a.positive.every((options, i) => options.every((rows, k) => isSame(rows, b.positive[i]![k]!)));

/** Whether a norm or eigenvalue has an influence on what decides another kink. */
const isWithinAnother = (at: At, base: Selection, i: number): boolean => {
  const choices = base.choices.map((choice, j) =>
    j === i ? Float64Array.from(choice, (entry) => -entry) : choice,
  );
  return !isAlike(base, selectionOf(at, choices));
};

/** What the pieces of kink i add; undefined if a kink comes after it on which it has an influence. */
const shareOf = (at: At, base: Selection, i: number): Share | undefined => {
  const parts = base.parts[i]!;
  const { rows, cols } = base;
  const k = parts.findIndex((part) => part.some((entry, j) => entry !== parts[0]![j]));
  const choices = base.choices.map((choice, j) => (j === i ? only(k, parts.length) : choice));
  const other = selectionOf(at, choices);
  if (!isAlike(base, other)) return undefined;
  const step = less(parts[k]!, parts[0]!);
  const change = less(other.J, base.J);
  const adjoint = Float64Array.from(
    { length: rows },
    (_, r) => dot(change.subarray(r * cols, (r + 1) * cols), step) / dot(step, step),
  );
  return { body: simplex(parts.length), adjoint, parts };
};

/** Whether rows are linearly independent, by more than rounding (Gram & Schmidt, twice). */
const isIndependent = (rows: readonly Float64Array[]): boolean => {
  const basis: Float64Array[] = [];
  const without = (row: Float64Array): Float64Array =>
    basis.reduce((rest, unit) => plus(rest, -dot(rest, unit), unit), row);
  return rows.every((row) => {
    const rest = without(without(row));
    const size = length(rest);
    basis.push(rest.map((entry) => entry / size));
    return size > 1e-9 * length(row);
  });
};

const claimed = (at: At, base: Selection, counted: readonly number[]): Promised => {
  const isPolyhedral = base.kinks.every(({ body }) => body === undefined);
  const crossing = counted.map((i) => base.positive[i]!);
  const equal = "equal to the Clarke Jacobian";
  if (
    isPolyhedral &&
    crossing.every(({ length: n }) => n === 2) &&
    isIndependent(crossing.map((rows) => rows[0]![0]!))
  )
    return { claim: equal, reason: "the switches that meet have linearly independent gradients" };
  const signs =
    base.rows === 1 && isPolyhedral ? counted.flatMap((i) => bends(at, base, i)) : [NaN];
  if (signs.every((sign) => sign >= 0) || signs.every((sign) => sign <= 0))
    return { claim: equal, reason: "every kink bends f the same way: f or −f is regular" };
  return {
    claim: "hull contains the Clarke Jacobian",
    reason: "some selections are not proven to be taken on an open set",
  };
};

/**
 * The selections of more kinks than can be enumerated, if they do not stand within each other, as a sum: one share
 * for each. Undefined where one has an influence on another, a comparison ties or pieces do not agree along their tie, or where `limit` suffices.
 */
export const summed = (
  at: At,
  limit: number,
): { readonly base: Selection; readonly term: Term; readonly promised: Promised } | undefined => {
  const base = selectionOf(at, []);
  // An equality holds on no open set: that of a sum would count its other outcome.
  if (base.kinks.some((kink) => isBranch(kink) || kink.isEquality === true)) return undefined;
  const counted = base.kinks.flatMap(({ body }, i) =>
    body === undefined && !isInert(base, i) ? [i] : [],
  );
  if (counted.some((i) => isTearing(base, i))) return undefined;
  const selections = counted.reduce((product, i) => product * base.positive[i]!.length, 1);
  // What `where` chooses for a whole array has no one adjoint.
  const isEntrywise = counted.every((i) => base.parts[i]![0]!.length === base.cols);
  if (selections <= limit || !isEntrywise) return undefined;
  if (base.kinks.some(({ body }, i) => body !== undefined && isWithinAnother(at, base, i)))
    return undefined;
  let { centre, shares } = termOf(at, base);
  for (const i of counted) {
    const share = shareOf(at, base, i);
    if (share === undefined) return undefined;
    shares = [...shares, share];
    centre = plus(centre, -1, outer(share.adjoint, share.parts[0]!));
  }
  return { base, term: { centre, shares }, promised: claimed(at, base, counted) };
};
