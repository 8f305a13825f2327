import { type Matrix, type MatrixValue, type Value, shapeOf, take, value } from "@jacobian/core";
import { identity } from "../construct/diagonal.ts";
import { chosen } from "../factor/qr-pivoted.ts";
import { qr } from "../factor/qr.ts";
import { spanningColumns } from "../kernels/subspaces.ts";
import { completeOf, rankOf } from "./complete.ts";
import { type RankOptions, toleranceOf } from "./options.ts";

interface ColumnSpace {
  (A: Matrix, options?: RankOptions): Matrix;
  (A: MatrixValue, options?: RankOptions): MatrixValue;
}

/**
 * An orthonormal basis of the range of an m×n matrix of rank r, as the r columns of an m×r matrix: Q of
 * the QR factorization of r independent columns of A, which are locally constant, as is the rank; I if
 * r = m. A differentiable function of A with the derivatives of `qr` (docs/rules.md (11.9)). What C leaves of A beyond
 * the tolerance, (I − C·Cᵀ)·A, is the rounding of that QR times the coefficients of the other columns in the
 * chosen ones, which the choice keeps small: at most some 100·max(m, n)·2⁻⁵²·‖A‖₂.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, or for a tolerance outside
 * [0, 1).
 * @example
 * columnSpace(matrix([[3, 6], [4, 8]])); // Matrix 2×1 [0.6] [0.8]
 */
// The overloads say that a matrix gives a matrix.
export const columnSpace = ((A: Value, options?: RankOptions): Value => {
  const r = rankOf("columnSpace", A, toleranceOf("columnSpace", options));
  const [m = 0] = shapeOf(A);
  if (r === m) return identity(m);
  const columns = spanningColumns(completeOf("columnSpace", value(A), r));
  // Columns of a matrix are a matrix.
  return qr(take(A, chosen(shapeOf(A), columns)) as MatrixValue).Q;
}) as ColumnSpace;
