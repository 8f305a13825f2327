import {
  type Matrix,
  type MatrixValue,
  type UnaryRule,
  type Value,
  entriesOf,
  linear,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { transposed } from "../kernels/transposed.ts";
import { matrixShape } from "../shapes.ts";

interface Transpose {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
  readonly rule: UnaryRule;
}

/**
 * Aᵀ, n×m for A m×n. Linear, and its own transpose (docs/rules.md (1.10)).
 * @throws ShapeError for what is no matrix.
 * @example
 * transpose(matrix([[1, 2], [3, 4]])); // Matrix 2×2 [1 3] [2 4]
 */
export const transpose: Transpose = /*#__PURE__*/ linear("transpose", {
  value: (A) => {
    const [m, n] = matrixShape("transpose", shapeOf(A));
    return plainOf([n, m], transposed(entriesOf(A), m, n));
  },
  shape: (shape) => {
    const [m, n] = matrixShape("transpose", shape);
    return [n, m];
  },
  adjoint: (bar) => transpose(bar),
  // The overloads say that a matrix gives a matrix.
}) as Transpose;
