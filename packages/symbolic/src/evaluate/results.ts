import {
  type Container,
  type Element,
  leavesOf,
  mapLeaves,
  type Matrix,
  plainOf,
  shapeOf,
  sizeOf,
} from "@jacobian/core";
import type { Formula } from "../formula/formula.ts";
import { entriesOf } from "../formula/lift.ts";

/** The numbers that formulas come to, in the same container. */
export type ResultOf<Y> = Y extends Element<0> | number
  ? number
  : Y extends Element<1> | Float64Array
    ? Float64Array
    : Y extends Element<2> | Matrix
      ? Matrix
      : { -readonly [K in keyof Y]: ResultOf<Y[K]> };

/** The formulas in a container, one after another, an array row by row. */
export const formulasIn = (operation: string, y: Container): readonly Formula[] =>
  leavesOf(operation, y).flatMap(entriesOf);

/** A container like y of what `number` gives, one after another. */
export const resultLike = <Y>(operation: string, y: Y, number: () => number): ResultOf<Y> =>
  // The same structure, each leaf as plain as its shape says.
  mapLeaves(operation, y, (leaf) => {
    const shape = shapeOf(leaf);
    return plainOf(shape, Float64Array.from({ length: sizeOf(shape) }, number));
  }) as ResultOf<Y>;
