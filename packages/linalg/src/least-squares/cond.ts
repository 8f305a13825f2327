import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Shape,
  type Value,
  SingularMatrixError,
  describeShape,
  div,
  entriesOf,
  mul,
  value,
} from "@jacobian/core";
import { type NormKind, checkedKind, matrixNorm } from "../norms/norm.ts";
import { singularValueAt } from "../norms/singular-pair.ts";
import { matrixShape, operandShape, squareSize } from "../shapes.ts";
import { inverseFor } from "../systems/inv.ts";

interface Cond {
  (A: Matrix, kind?: NormKind): number;
  (A: MatrixValue, kind?: NormKind): Scalar;
  (A: Value, kind?: NormKind): Value;
}

/** σ₁/σₖ */
const ratio = (A: Value, shape: Shape): Value => {
  const k = Math.min(...shape);
  const [most, least] = [singularValueAt("cond", A, 0), singularValueAt("cond", A, k - 1)];
  const quotient = div(most, least);
  if (entriesOf(value(quotient))[0]! < Infinity) return quotient;
  throw new SingularMatrixError(
    `cond: expected a matrix of full rank, got ${describeShape(shape)} with singular values from ${entriesOf(value(most))[0]!.toPrecision(2)} down to ${entriesOf(value(least))[0]!.toPrecision(2)}; its condition number is infinite, look at rank or singularValues`,
  );
};

/**
 * The condition number of a matrix for the inversion: ‖A‖·‖A⁻¹‖, 1 at the least. By kind 2, the default,
 * it is the ratio σ₁/σₖ of the largest to the smallest of min(m, n) singular values, for any shape; by
 * another kind of `norm` it is that norm's, for an invertible matrix. 1 of no entries. Beyond about 10¹⁵
 * it says only that A is singular to working precision.
 * @throws ShapeError for what is no matrix, or unless it is square for kinds other than 2; DomainError
 * for another kind, NaN or ∞ in A, and in the derivative where the norm or σₖ has none;
 * SingularMatrixError where the condition number is infinite, or unless inv(A) exists.
 * @example
 * cond(matrix([[4, 0], [0, -2]])); // 2
 */
export const cond = ((A: Value, kind: NormKind = 2): Value => {
  const shape = matrixShape("cond", operandShape("cond", A));
  checkedKind("cond", kind);
  if (Math.min(...shape) === 0) return 1;
  if (kind === 2) return ratio(A, shape);
  squareSize("cond", shape);
  // The inverse comes first, since it refuses what is singular, or no matrix of finite numbers, in every kind alike.
  const X = inverseFor("cond", A);
  return mul(matrixNorm("cond", A, kind, shape), matrixNorm("cond", X, kind, shape));
  // The overloads say that it is a scalar.
}) as Cond;
