import { Element } from "../element.ts";
import { shapeOf } from "../shape.ts";
import type { Plain, Value } from "../value.ts";
import { decide, value } from "./compare.ts";

/** A number that lies to 0 as a does to b; NaN if they cannot be compared. */
const sideOf = (a: Value, b: Value): number => {
  if (decide("lt", a, b)) return -1;
  if (decide("gt", a, b)) return 1;
  return decide("eq", a, b) ? 0 : NaN;
};

/**
 * Plain sides of switches (left, right, left, …) that lie to each other as these do. Scalars of an outer level
 * are compared, not read: what records that level guards the outcome, not the values.
 */
export const ordered = (sides: readonly Value[]): readonly Plain[] => {
  const plain: Plain[] = [];
  for (let k = 0; k + 1 < sides.length; k += 2) {
    const [a, b] = [sides[k]!, sides[k + 1]!];
    const compared =
      (a instanceof Element || b instanceof Element) && shapeOf(a).length + shapeOf(b).length === 0;
    if (compared) plain.push(sideOf(a, b), 0);
    else plain.push(value(a), value(b));
  }
  return plain;
};
