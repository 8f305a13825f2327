import {
  type Container,
  leavesOf,
  mapLeaves,
  type MatrixValue,
  type Scalar,
  shapeOf,
  sizeOf,
  type Value,
  type Vector,
} from "@jacobian/core";
import type { FormulaArray } from "./array.ts";
import type { Formula } from "./formula.ts";
import { entriesOf, valueOf } from "./lift.ts";

/** The same container, with a formula for each scalar and a FormulaArray for each vector or matrix. */
export type Formulas<C> = C extends Scalar
  ? Formula
  : C extends Vector
    ? FormulaArray<1>
    : C extends MatrixValue
      ? FormulaArray<2>
      : C extends Value
        ? Formula | FormulaArray
        : C extends Container
          ? { -readonly [K in keyof C]: Formulas<C[K]> }
          : never;

/** All entries of a container as formulas, in container order. */
export const formulasOf = (operation: string, x: unknown): readonly Formula[] =>
  leavesOf(operation, x).flatMap(entriesOf);

/** The container shaped like `model` that holds these formulas: one for each entry of the model. */
export const shapedLike = <C>(
  operation: string,
  model: C,
  formulas: readonly Formula[],
): Formulas<C> => {
  let start = 0;
  // Leaf by leaf the type says what is made of it.
  return mapLeaves(operation, model, (leaf) => {
    const shape = shapeOf(leaf);
    return valueOf(shape, formulas.slice(start, (start += sizeOf(shape))));
  }) as Formulas<C>;
};
