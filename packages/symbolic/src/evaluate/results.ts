import {
  mapLeaves,
  type Matrix,
  type MatrixValue,
  plainOf,
  type Scalar,
  shapeOf,
  sizeOf,
  type Vector,
} from "@jacobian/core";

/** The numbers that formulas come to, in the same container. */
export type ResultOf<Y> = [Y] extends [Scalar]
  ? number
  : [Y] extends [Vector]
    ? Float64Array
    : [Y] extends [MatrixValue]
      ? Matrix
      : { -readonly [K in keyof Y]: ResultOf<Y[K]> };

/** A container like y of what `number` gives, one after another. */
export const resultLike = (operation: string, y: unknown, number: () => number): unknown =>
  mapLeaves(operation, y, (leaf) => {
    const shape = shapeOf(leaf);
    return plainOf(shape, Float64Array.from({ length: sizeOf(shape) }, number));
  });
