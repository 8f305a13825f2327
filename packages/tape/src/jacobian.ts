import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type Scalars,
  entryCount,
  leavesOf,
  stack,
  unflatten,
} from "@jacobian/core";
import { pull } from "./pull.ts";

/**
 * The Jacobian with respect to the first argument, row by row: a row for each entry of the output, a
 * column for each entry of the input, both in container order (m×1 for a curve, 1×n for a scalar
 * function). Costs one evaluation and about m sweeps.
 * @throws OperatorError or LevelError for an output that is no value of f's own.
 * @example
 * jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0]); // Matrix 2×2 [1 0] [0 2]
 */
export const jacobian =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, ...constants: C): MatrixFor<A> => {
    const { value, pullback } = pull("jacobian", f, x, constants);
    const [rows, cols] = [entryCount("jacobian", value), entryCount("jacobian", x)];
    const cotangents: unknown[] = [];
    for (let i = 0; i < rows; i++) {
      const seed = new Float64Array(rows).fill(1, i, i + 1);
      cotangents.push(pullback(unflatten("jacobian", value, seed)));
    }
    // `stack` makes what its shape says; plain rows make a plain matrix.
    return stack(leavesOf("jacobian", cotangents), [rows, cols])[0] as MatrixFor<A>;
  };
