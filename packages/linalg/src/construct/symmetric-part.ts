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
import { squareSize } from "../shapes.ts";

interface SymmetricPart {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
  readonly rule: UnaryRule;
}

/**
 * (A + Aᵀ)/2 of a square matrix. An orthogonal projection, and so its own transpose: a function of
 * symmetric matrices that begins with it has symmetric adjoints.
 * @throws ShapeError unless A is square.
 * @example
 * symmetricPart(matrix([[1, 2], [4, 3]])); // Matrix 2×2 [1 3] [3 3]
 */
export const symmetricPart: SymmetricPart = /*#__PURE__*/ linear("symmetricPart", {
  value: (A) => {
    const n = squareSize("symmetricPart", shapeOf(A));
    const a = entriesOf(A);
    const to = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      // Halves first: the sum of two large entries may leave the range.
      for (let j = 0; j < n; j++) to[i * n + j] = a[i * n + j]! / 2 + a[j * n + i]! / 2;
    }
    return plainOf([n, n], to);
  },
  shape: (a) => {
    const n = squareSize("symmetricPart", a);
    return [n, n];
  },
  adjoint: (bar) => symmetricPart(bar),
  // The overloads say that a matrix gives a matrix.
}) as SymmetricPart;
