import { type Plain, type Value, plainOf, scale, shapeOf, sizeOf, sum } from "@jacobian/core";
import { moved } from "./entries.ts";
import type { Policy } from "./kink.ts";

/** What a reduction takes together: each row, each column, or all entries. */
export type Axis = "rows" | "columns" | undefined;

/** What a reduction of x with the value y is, if there is a kink in it. */
export type Reduced = (
  policy: Policy,
  name: string,
  x: Value,
  y: Value,
  axis: Axis,
) => Value | undefined;

/** The flat positions of each line that a reduction takes together. */
export const linesOf = (x: Plain, axis: Axis): readonly (readonly number[])[] => {
  const [m = 1, n = 1] = shapeOf(x);
  const range = (length: number): readonly number[] => Array.from({ length }, (_, k) => k);
  if (axis === "rows") return range(m).map((i) => range(n).map((j) => i * n + j));
  if (axis === "columns") return range(n).map((j) => range(m).map((i) => i * n + j));
  return [range(sizeOf(shapeOf(x)))];
};

/** The weighted sums of the lines of x, as x moves: 0, with their derivatives. */
export const weighted = (x: Value, weights: Float64Array, axis: Axis): Value =>
  sum.rule.apply(scale(plainOf(shapeOf(x), weights), moved(x)), axis);
