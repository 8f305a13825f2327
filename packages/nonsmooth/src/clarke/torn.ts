import type { Kink } from "../engine/kink.ts";
import { nearestPoint } from "../nearest/nearest-point.ts";
import { isInert, optionOf } from "./enumerate.ts";
import type { Selection } from "./selection.ts";
import { dot, isZero, length, less, plus } from "./vectors.ts";

/** Whether two matrices agree along the hypersurface at a right angle to a row: in each row they differ by a multiple of it. */
const agreeAlong = (a: Float64Array, b: Float64Array, row: Float64Array): boolean => {
  const cols = row.length;
  const square = dot(row, row);
  for (let from = 0; from < a.length; from += cols) {
    const [p, q] = [a.subarray(from, from + cols), b.subarray(from, from + cols)];
    const change = less(p, q);
    const rest = plus(change, -dot(change, row) / square, row);
    if (length(rest) > 1e-9 * (length(p) + length(q))) return false;
  }
  return true;
};

/** The row of a kink with two selections, above 0 where the first is taken, if its own pieces may differ along the tie. */
const suspect = (selection: Selection, i: number): Float64Array | undefined => {
  const { kinks, parts, positive } = selection;
  const [first = [], second = []] = positive[i]!;
  if (positive[i]!.length !== 2 || first.length !== 1 || second.length !== 1) return undefined;
  const row = first[0]!;
  if (kinks[i]!.isEquality === true || isZero(row) || isInert(selection, i)) return undefined;
  const [p, q] = parts[i]!;
  return p !== undefined && q !== undefined && agreeAlong(p, q, row) ? undefined : row;
};

/** Whether a kink is one whose pieces do not agree along its tie, by itself. */
export const isTearing = (selection: Selection, i: number): boolean =>
  suspect(selection, i) !== undefined;

/** What must be above 0 where a selection is taken, of all kinks but one. */
const otherRows = (selection: Selection, i: number): readonly Float64Array[] =>
  selection.kinks.flatMap(({ body, isEquality }, k) =>
    k === i || body !== undefined || isEquality === true || isInert(selection, k)
      ? []
      : selection.positive[k]![optionOf(selection, k)]!,
  );

/** A direction along the tie of kink i, in which the selection is taken on its side of it; undefined if there is none. */
const tieOf = (selection: Selection, i: number, row: Float64Array): Float64Array | undefined => {
  const rows = otherRows(selection, i).map((other) =>
    plus(other, -dot(other, row) / dot(row, row), row),
  );
  if (rows.length === 0) return new Float64Array(row.length);
  if (rows.some((other) => length(other) === 0)) return undefined;
  const units = rows.map((other) => other.map((entry) => entry / length(other)));
  const { point } = nearestPoint(units);
  return units.every((unit) => dot(unit, point) > 1e-6) ? point : undefined;
};

/** Whether a selection is the other side of kink i, along its tie in a direction. */
const isBehind = (other: Selection, selection: Selection, i: number, d: Float64Array): boolean => {
  const isSame = selection.choices
    .slice(0, i)
    .every((_, k) => optionOf(other, k) === optionOf(selection, k));
  if (!isSame || optionOf(other, i) !== 1) return false;
  return otherRows(other, i).every((row) => dot(row, d) > 0);
};

/**
 * A kink whose two outcomes are taken on both sides of a hypersurface through the point and do not agree along it:
 * equal at the point, f jumps beside it.
 */
export const tornAt = (selections: readonly Selection[]): Kink | undefined => {
  for (const selection of selections) {
    if (selection.kinks.some(({ body }) => body !== undefined)) continue;
    for (const [i, kink] of selection.kinks.entries()) {
      const row = optionOf(selection, i) === 0 ? suspect(selection, i) : undefined;
      const d = row && tieOf(selection, i, row);
      if (row === undefined || d === undefined) continue;
      const behind = selections.find((other) => isBehind(other, selection, i, d));
      if (behind && !agreeAlong(selection.J, behind.J, row)) return kink;
    }
  }
  return undefined;
};
