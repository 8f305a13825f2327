import { value } from "../kinked/compare.ts";
import { entriesOf, plainOf, shapeOf } from "../shape.ts";
import type { Value } from "../value.ts";
import { type Axis, eachLine } from "./lines.ts";

/** Equal, or both NaN: entries that are NaN tie for an extreme that is. */
const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

/**
 * 1 over the number of ties at each entry that attains the extreme of its line, one of y, else 0:
 * locally constant.
 */
export const ties = (x: Value, y: Value, axis: Axis): Value => {
  const [entries, extremes] = [entriesOf(value(x)), entriesOf(value(y))];
  const to = new Float64Array(entries.length);
  eachLine(shapeOf(x), axis, (line, start, stride, end) => {
    const extreme = extremes[line]!;
    let count = 0;
    for (let k = start; k < end; k += stride) if (same(entries[k]!, extreme)) count++;
    for (let k = start; k < end; k += stride) if (same(entries[k]!, extreme)) to[k] = 1 / count;
  });
  return plainOf(shapeOf(x), to);
};
