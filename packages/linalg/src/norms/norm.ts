import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Shape,
  type Value,
  type Vector,
  DomainError,
  ShapeError,
  abs,
  amax,
  describe,
  describeShape,
  norm2,
  sizeOf,
  sum,
  value,
} from "@jacobian/core";
import { finiteEntries } from "../finite.ts";
import { operandShape } from "../shapes.ts";
import { nuclearNorm } from "./nuclear-norm.ts";
import { singularValueAt } from "./singular-pair.ts";

/** Of a vector 1, 2 or Infinity, of a matrix "fro" and "nuclear" too. */
export type NormKind = number | "fro" | "nuclear";

interface Norm {
  (x: Float64Array | Matrix, kind?: NormKind): number;
  (x: Vector | MatrixValue, kind?: NormKind): Scalar;
  (x: Value, kind?: NormKind): Value;
}

const kinds: readonly unknown[] = [1, 2, Infinity, "fro", "nuclear"];

/** @throws DomainError for what is no kind of a matrix norm. */
export const checkedKind = (operation: string, kind: NormKind): NormKind => {
  if (kinds.includes(kind)) return kind;
  throw wrongKind(operation, '1, 2, Infinity, "fro" or "nuclear" of a matrix', kind);
};

const wrongKind = (operation: string, expected: string, kind: unknown): DomainError =>
  new DomainError(
    `${operation}: expected a kind ${expected}, got ${describe(kind)}; name one of these`,
  );

const ofVector = (x: Value, kind: unknown): Value => {
  if (kind === 1) return sum(abs(x));
  if (kind === 2) return norm2(x);
  if (kind === Infinity) return sizeOf(operandShape("norm", x)) === 0 ? 0 : amax(abs(x));
  throw wrongKind("norm", "1, 2 or Infinity of a vector", kind);
};

/** The largest sum of magnitudes in a row, or in a column. */
const largestSum = (A: Value, axis: "rows" | "columns", [m = 0, n = 0]: Shape): Value =>
  // There is no largest of no sums.
  m * n === 0 ? 0 : amax(sum.rule.apply(abs(A), axis));

/** The one singular value of a row or column is its length. */
const ofLine = (operation: string, A: Value): Value => {
  finiteEntries(operation, value(A));
  return norm2(A);
};

/** A norm of a matrix, of a kind that was checked, in the name of an operation. */
export const matrixNorm = (operation: string, A: Value, kind: NormKind, shape: Shape): Value => {
  if (kind === "fro") return norm2(A);
  if (kind === 1) return largestSum(A, "columns", shape);
  if (kind === Infinity) return largestSum(A, "rows", shape);
  if (Math.min(...shape) < 2) return ofLine(operation, A);
  return kind === 2 ? singularValueAt(operation, A, 0) : nuclearNorm(operation, A);
};

/**
 * A norm of a vector: the sum of magnitudes (1), the Euclidean length (2, the default), the largest
 * magnitude (Infinity); or of a matrix: the square root of the sum of squares ("fro", Frobenius' norm,
 * the default), the largest sum of magnitudes in a column (1) or in a row (Infinity), the largest singular
 * value σ₁ (2), the sum of the singular values ("nuclear"). 0 of no entries. The derivative of σ₁ is
 * u₁ᵀ·Ȧ·v₁, that of the nuclear norm ⟨U·Vᵀ, Ȧ⟩ with the polar factor U·Vᵀ (docs/rules.md (9.5), (9.8)); the
 * others are sums of pieces and have core's conventions at their kinks: |x|′(0) = 0, the derivative of a
 * largest entry is the mean over ties, that of a length at 0 is 0; of one row or column both 2 and "nuclear"
 * are the length, whose derivative at 0 is 0 too.
 * @throws ShapeError for what is neither vector nor matrix; DomainError for another kind and, for 2 and
 * "nuclear" of a matrix, for NaN or ∞, and in the derivative, of more than one row and column, where σ₁ is
 * repeated or 0, or unless A has full rank.
 * @example
 * norm(matrix([[3, 0], [0, -4]]), "nuclear"); // 7
 */
export const norm = ((x: Value, kind?: NormKind): Value => {
  const shape = operandShape("norm", x);
  const isDefault = kind === undefined;
  if (shape.length === 1) return ofVector(x, isDefault ? 2 : kind);
  if (shape.length === 2) {
    return matrixNorm("norm", x, isDefault ? "fro" : checkedKind("norm", kind), shape);
  }
  throw new ShapeError(
    `norm: expected a vector or a matrix, got ${describeShape(shape)}; the magnitude of a number is abs`,
  );
  // The overloads say that it is a scalar.
}) as Norm;
