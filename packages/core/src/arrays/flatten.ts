import { stack, unstack } from "./stack.ts";
import { leavesOf, mapLeaves } from "../container.ts";
import { ShapeError } from "../errors.ts";
import { describeShape, shapeOf, sizeOf } from "../shape.ts";
import type { Scalar, Value, Vector } from "../value.ts";

/** All entries of a container as one vector, in container order (matrices row by row). */
export const flatten = (operation: string, x: unknown): Vector => {
  const leaves = leavesOf(operation, x);
  const size = leaves.reduce<number>((n, leaf) => n + sizeOf(shapeOf(leaf)), 0);
  // `stack` makes what its shape says: a vector.
  return stack(leaves, [size])[0] as Vector;
};

/**
 * The entries of a vector in the structure of `model`: the inverse of `flatten`.
 * @throws ShapeError unless there is one entry for each of the model's.
 */
export const unflatten = (operation: string, model: unknown, entries: Value): unknown => {
  const parts = unstack([entries], leavesOf(operation, model).map(shapeOf));
  let k = 0;
  return mapLeaves(operation, model, () => parts[k++]);
};

/**
 * The output of a function that must give one scalar.
 * @throws ShapeError for any other, naming `jacobian`.
 */
export const scalarOutput = (operation: string, y: unknown): Scalar => {
  const [leaf, ...others] = leavesOf(operation, y);
  if (leaf !== undefined && others.length === 0 && shapeOf(leaf).length === 0) {
    // Of shape []: a scalar.
    return leaf as Scalar;
  }
  const got = leaf === undefined || others.length > 0 ? `${others.length + (leaf === undefined ? 0 : 1)} values` : describeShape(shapeOf(leaf));
  throw new ShapeError(
    `${operation}: expected a function with one scalar output, got ${got}; use jacobian for several outputs`,
  );
};
