import {
  type Plain,
  type Shape,
  type Value,
  flatten,
  leavesOf,
  plainOf,
  shapeOf,
  sizeOf,
  zeros,
} from "@jacobian/core";
import { type AnyFunction, evaluate } from "./evaluate.ts";

export interface Columns {
  /** The output, in its container. */
  readonly value: unknown;
  /** J·e₁, J·e₂, …: each the entries of the output in container order. */
  readonly columns: readonly Value[];
}

const unit = (shape: Shape, k: number): Plain =>
  plainOf(shape, new Float64Array(sizeOf(shape)).fill(1, k, k + 1));

/** The columns of the Jacobian: one evaluation for each entry of the input, and one at least. */
export const columnsOf = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
): Columns => {
  const shapes = leavesOf(operation, x).map(shapeOf);
  const still = shapes.map(zeros);
  const passes = shapes.flatMap((shape, leaf) =>
    Array.from({ length: sizeOf(shape) }, (_, k) =>
      evaluate(operation, f, x, still.with(leaf, unit(shape, k)), constants),
    ),
  );
  const { value } = passes[0] ?? evaluate(operation, f, x, still, constants);
  return { value, columns: passes.map(({ tangent }) => flatten(operation, tangent)) };
};
