import { type Value, copied, entriesOf, shapeOf, sub, take, value } from "@jacobian/core";

/** Entry k of any value, row by row; a scalar is the same everywhere. */
export const entryOf = (x: Value, k: number): Value =>
  shapeOf(x).length === 0 ? x : take(x, { index: [k], shape: [] });

/**
 * x − x₀: 0, with the derivatives of x. (Where x is ∞ or NaN it is x itself: added to the value that it is
 * part of it changes nothing.)
 */
export const moved = (x: Value): Value => {
  const start = value(x);
  if (typeof start === "number") return sub(x, Number.isFinite(start) ? start : 0);
  const finite = value(copied(start));
  const entries = entriesOf(finite);
  entries.forEach((entry, k) => {
    if (!Number.isFinite(entry)) entries[k] = 0;
  });
  return sub(x, finite);
};
