import { nearestPoint } from "../nearest/nearest-point.ts";
import { isInert, optionOf } from "./enumerate.ts";
import type { Selection } from "./selection.ts";
import { dot, length } from "./vectors.ts";

/** The gradients of what must be above 0 where a selection is taken, of the kinks that matter. */
const conditionsOf = (selection: Selection): readonly Float64Array[] =>
  selection.kinks.flatMap((kink, i) => {
    if (kink.body !== undefined || isInert(selection, i)) return [];
    const rows = selection.positive[i]![optionOf(selection, i)]!;
    // Two sides differ where they are not the same: on both sides of a hypersurface.
    return kink.isEquality === true ? [] : rows;
  });

/**
 * Whether an equality that the selection takes holds on a hypersurface at most: there f may have any value, and
 * Clarke's set does not know (Clarke 1990, theorem 2.5.1, holds off any null set).
 */
export const isThin = (selection: Selection): boolean =>
  selection.kinks.some((kink, i) => {
    if (kink.isEquality !== true || optionOf(selection, i) !== 0) return false;
    return selection.positive[i]![0]![0]!.some((entry) => entry !== 0);
  });

/** Whether an equality's sides do not move apart: which of its outcomes holds is not known. */
const isFlat = (selection: Selection): boolean =>
  selection.kinks.some(
    (kink, i) =>
      kink.isEquality === true &&
      !isInert(selection, i) &&
      selection.positive[i]![0]![0]!.every((entry) => entry === 0),
  );

/**
 * Whether a selection is proven to be taken on an open set next to the point, and so essentially active (Scholtes
 * 2012): along some direction all that must be above 0 grows. By Gordan's alternative there is one exactly if
 * 0 is no convex combination of the gradients, and then the shortest combination is one. Independent gradients
 * are a case of this, for every signature (LIKQ: Griewank & Walther 2016).
 */
export const isEssential = (selection: Selection): boolean => {
  // What a norm or an eigenvalue that decides is close by, its coefficients do not tell.
  if (isFlat(selection) || selection.kinks.some(({ body }) => body !== undefined)) return false;
  const rows = conditionsOf(selection);
  if (rows.length === 0) return true;
  const lengths = rows.map(length);
  if (lengths.some((size) => !(size > 0))) return false;
  const units = rows.map((row, k) => row.map((entry) => entry / lengths[k]!));
  const { point } = nearestPoint(units);
  // A cone of less than a millionth is left to doubt.
  return units.every((unit) => dot(unit, point) > 1e-12);
};
