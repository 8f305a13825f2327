import { type Plain, type Shape, leavesOf, plainOf, shapeOf, sizeOf, zeros } from "@jacobian/core";
import { type AnyFunction, evaluate, type Jvp } from "./evaluate.ts";

export interface Columns {
  /** The output, in its container. */
  readonly value: unknown;
  /** J·e₁, J·e₂, …, each in the output's container. */
  readonly columns: readonly unknown[];
}

/** 1 at entry k, else 0. */
const unit = (shape: Shape, k: number): Plain =>
  shape.length === 0 ? 1 : plainOf(shape, new Float64Array(sizeOf(shape)).fill(1, k, k + 1));

/** The columns of the Jacobian: one evaluation for each entry of the input, and one at least. */
export const columnsOf = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
): Columns => {
  const shapes = leavesOf(operation, x).map(shapeOf);
  const still = shapes.map(zeros);
  const passes: Jvp<unknown>[] = [];
  shapes.forEach((shape, leaf) => {
    for (let k = 0; k < sizeOf(shape); k++) {
      passes.push(evaluate(operation, f, x, still.with(leaf, unit(shape, k)), constants));
    }
  });
  const { value } = passes[0] ?? evaluate(operation, f, x, still, constants);
  return { value, columns: passes.map(({ tangent }) => tangent) };
};
