import { stack, unstack } from "./stack.ts";
import { leavesOf, withLeaves } from "../container.ts";
import { ShapeError } from "../errors.ts";
import { describeShape, shapeOf, sizeOf } from "../shape.ts";
import type { Scalar, Value, Vector } from "../value.ts";

/**
 * How many entries a container has in all.
 * @example
 * entryCount("f", { w: Float64Array.of(1, 2), b: 3 }); // 3
 */
export const entryCount = (operation: string, x: unknown): number =>
  leavesOf(operation, x).reduce<number>((n, leaf) => n + sizeOf(shapeOf(leaf)), 0);

/**
 * All entries of a container as one vector, in container order (matrices row by row).
 * @example
 * flatten("f", { w: Float64Array.of(1, 2), b: 3 }); // Float64Array(3) [ 1, 2, 3 ]
 */
export const flatten = (operation: string, x: unknown): Vector => {
  // `stack` makes what its shape says: a vector.
  return stack(leavesOf(operation, x), [entryCount(operation, x)])[0] as Vector;
};

/**
 * The entries of a vector in the structure of `model`: the inverse of `flatten`.
 * @throws ShapeError unless there is one entry for each of the model's.
 * @example
 * unflatten("f", [0, { b: 0 }], Float64Array.of(1, 2)); // [ 1, { b: 2 } ]
 */
export const unflatten = (operation: string, model: unknown, entries: Value): unknown => {
  const shapes = leavesOf(operation, model).map(shapeOf);
  return withLeaves(operation, model, unstack([entries], shapes));
};

/**
 * The output of a function that must give one scalar.
 * @throws ShapeError for any other, naming `jacobian`.
 * @example
 * scalarOutput("f", [5]); // 5
 */
export const scalarOutput = (operation: string, y: unknown): Scalar => {
  const leaves = leavesOf(operation, y);
  const [leaf] = leaves;
  if (leaves.length === 1 && leaf !== undefined && isScalar(leaf)) return leaf;
  const got = leaves.length === 1 ? describeShape(shapeOf(leaf ?? 0)) : `${leaves.length} values`;
  throw new ShapeError(
    `${operation}: expected a function with one scalar output, got ${got}; use jacobian for several outputs`,
  );
};

const isScalar = (x: Value): x is Scalar => shapeOf(x).length === 0;
