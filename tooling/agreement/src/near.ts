import { Matrix, add, mul, sin } from "@jacobian/core";
import type { Plain, Value } from "@jacobian/core";

/** How far an operand may move from a sample: near enough to stay in the domain, off any kink. */
export const reach = (entry: number): number => 0.05 * Math.max(0.1, Math.abs(entry));

/** A plain value around which an operation is smooth, and the reach of every entry. */
export interface Anchor {
  readonly at: Plain;
  readonly reach: Plain;
}

export const anchor = (at: Plain): Anchor => {
  if (typeof at === "number") return { at, reach: reach(at) };
  return at instanceof Matrix
    ? { at, reach: new Matrix(at.rows, at.cols, at.data.map(reach)) }
    : { at, reach: at.map(reach) };
};

/** at + reach·sin(x), entry by entry: any value comes near the anchor. */
export const near = (anchor: Anchor, x: Value): Value => add(anchor.at, mul(anchor.reach, sin(x)));
