import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type Scalars,
  entryCount,
  flatten,
  fromColumns,
} from "@jacobian/core";
import { columnsOf } from "./columns.ts";
import type { AnyFunction } from "./evaluate.ts";

/**
 * The Jacobian with respect to the first argument, column by column: a row for each entry of the
 * output, a column for each entry of the input, both in container order (m×1 for a curve, 1×n for a
 * scalar function). Costs about n evaluations.
 * @throws OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0]); // Matrix 2×2 [1 0] [0 2]
 */
export const jacobian =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, ...constants: C): MatrixFor<A> => {
    const { value, columns } = columnsOf("jacobian", f as AnyFunction, x, constants);
    const rows = entryCount("jacobian", value);
    // Plain columns make a plain matrix.
    return fromColumns(flatten("jacobian", columns), rows, columns.length) as MatrixFor<A>;
  };
