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

/** A container like y of these numbers, one after another; a single array takes them as they are. */
export const resultLike = (operation: string, y: unknown, numbers: Float64Array): unknown => {
  let start = 0;
  return mapLeaves(operation, y, (leaf) => {
    const shape = shapeOf(leaf);
    if (shape.length === 0) return numbers[start++];
    const end = start + sizeOf(shape);
    const own = leaf === y ? numbers : numbers.slice(start, end);
    start = end;
    return plainOf(shape, own);
  });
};
