import {
  type Matrix,
  type MatrixValue,
  type Value,
  SingularMatrixError,
  callable,
  describeShape,
  entriesOf,
  neg,
  plainOf,
  shapeOf,
  structured,
} from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";
import { invertibleFactorsOf } from "./factors.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { substitute } from "../kernels/substitute.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { squareSize } from "../shapes.ts";

interface Inverse {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
}

/** Its static argument is the operation that asks. */
const inverse = /*#__PURE__*/ structured<string | undefined>("inv", {
  value: ([A = NaN], operation = "inv") => {
    const factors = invertibleFactorsOf(operation, A);
    const X = substitute(factors, identity(factors.n).data, factors.n);
    if (X.every(Number.isFinite)) return [plainOf(shapeOf(A), X)];
    throw new SingularMatrixError(
      `${operation}: expected a matrix whose inverse is in the range of float64, got ${describeShape(shapeOf(A))} of entries up to ${largestMagnitude(entriesOf(A)).toPrecision(2)}; scale it up first`,
    );
  },
  shape: ([a = []], operation = "inv") => {
    const n = squareSize(operation, a);
    return [[n, n]];
  },
  pushforward: ([dA = NaN], _inputs, [X = NaN]) => [neg(matmul(matmul(X, dA), X))],
  pullback: ([bar = NaN], _inputs, [X = NaN]) => [neg(timesTransposed(transposedTimes(X, bar), X))],
});

/** The inverse in the name of an operation. */
export const inverseFor = (operation: string, A: Value): Value => inverse([A], operation)[0] ?? NaN;

/**
 * The inverse X = A⁻¹ of a square matrix. Ẋ = −X·Ȧ·X and Ā = −Xᵀ·X̄·Xᵀ (Giles 2008, 2.2.3; docs/rules.md
 * (2.8)). To apply it to something,
 * `solve` is faster and more accurate.
 * @throws ShapeError unless A is square; SingularMatrixError if a pivot is 0 or the reciprocal condition
 * number is below n·2⁻⁵², or if the inverse leaves the range of float64; DomainError for NaN or ∞ in A.
 * @example
 * inv(matrix([[0.5, 0], [0, 0.25]])); // Matrix 2×2 [2 0] [0 4]
 */
export const inv = /*#__PURE__*/ callable(
  inverse,
  // The overloads say that a matrix gives a matrix.
  ((A: Value) => inverse([A], undefined)[0]) as Inverse,
);
