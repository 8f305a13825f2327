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
import { symmetrized } from "../kernels/symmetrized.ts";
import { squareSize } from "../shapes.ts";

interface SymmetricPart {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
  readonly rule: UnaryRule;
}

/**
 * (A + Aᵀ)/2 of a square matrix. An orthogonal projection, and so its own transpose: a function of
 * symmetric matrices that begins with it has symmetric adjoints (docs/rules.md (1.20)).
 * @throws ShapeError unless A is square.
 * @example
 * symmetricPart(matrix([[1, 2], [4, 3]])); // Matrix 2×2 [1 3] [3 3]
 */
export const symmetricPart: SymmetricPart = /*#__PURE__*/ linear("symmetricPart", {
  value: (A) => {
    const n = squareSize("symmetricPart", shapeOf(A));
    return plainOf([n, n], symmetrized(entriesOf(A), n));
  },
  shape: (a) => {
    const n = squareSize("symmetricPart", a);
    return [n, n];
  },
  adjoint: (bar) => symmetricPart(bar),
  // The overloads say that a matrix gives a matrix.
}) as SymmetricPart;
