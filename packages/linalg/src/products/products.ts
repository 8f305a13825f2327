import {
  type BinaryRule,
  type Matrix,
  type MatrixValue,
  type Shape,
  type Value,
  type Vector,
  bilinear,
  entriesOf,
  plainOf,
  shapeOf,
} from "@jacobian/core";
import { product, productOfViews } from "../kernels/product.ts";
import { flipped, rowsOf } from "../kernels/view.ts";
import { misfit } from "../shapes.ts";

// C = A·B, A·Bᵀ and Aᵀ·B: each is the adjoint of the two others, so no rule ever transposes a matrix.

interface MatMul {
  (A: Matrix, B: Matrix): Matrix;
  (A: Matrix, x: Float64Array): Float64Array;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (A: MatrixValue, x: Vector): Vector;
  (A: Value, B: Value): Value;
  readonly rule: BinaryRule;
}

const productShape = (a: Shape, b: Shape): Shape => {
  const [m, k] = a;
  if (m !== undefined && k !== undefined && b[0] === k) return [m, ...b.slice(1)];
  throw misfit(
    "matmul",
    "a matrix, and a matrix or vector with as many rows as it has columns",
    a,
    b,
    "use timesTransposed for A·Bᵀ, transposedTimes for Aᵀ·B and xᵀ·A, dot or outer for two vectors",
  );
};

/**
 * The product A·B, m×n for A m×k and B k×n, or the vector A·x of m entries for x of k. Bilinear, with
 * Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄ (Giles 2008, 2.2.2; docs/rules.md (1.4)).
 * @throws ShapeError unless B has as many rows as A has columns.
 * @example
 * matmul(matrix([[1, 2], [3, 4]]), Float64Array.of(1, 1)); // Float64Array(2) [ 3, 7 ]
 */
export const matmul: MatMul = /*#__PURE__*/ bilinear("matmul", {
  value: (A, B) => {
    const [[m = 0, k = 0], [, n = 1]] = [shapeOf(A), shapeOf(B)];
    return plainOf(
      productShape(shapeOf(A), shapeOf(B)),
      product(entriesOf(A), entriesOf(B), m, k, n),
    );
  },
  shape: productShape,
  adjoints: [(bar, B) => timesTransposed(bar, B), (bar, A) => transposedTimes(A, bar)],
  // The overloads say that a matrix times a matrix is a matrix, and times a vector a vector.
}) as MatMul;

interface TimesTransposed {
  (A: Matrix, B: Matrix): Matrix;
  (x: Float64Array, y: Float64Array): Matrix;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (x: Vector, y: Vector): MatrixValue;
  (A: Value, B: Value): Value;
  readonly rule: BinaryRule;
}

const timesTransposedShape = (a: Shape, b: Shape): Shape => {
  const [[m, k = 1], [n, l = 1]] = [a, b];
  if (m !== undefined && n !== undefined && a.length === b.length && k === l) return [m, n];
  throw misfit(
    "timesTransposed",
    "two matrices with as many columns, or two vectors",
    a,
    b,
    "for A·B use matmul",
  );
};

/**
 * The product A·Bᵀ, m×n for A m×k and B n×k, or x·yᵀ of two vectors, as `outer`.
 * Bilinear, with Ā = C̄·B and B̄ = C̄ᵀ·A (docs/rules.md (1.5)).
 * @throws ShapeError unless A and B have as many columns, or are vectors.
 * @example
 * timesTransposed(matrix([[1, 2]]), matrix([[3, 4], [5, 6]])); // Matrix 1×2 [11 17]
 */
export const timesTransposed: TimesTransposed = /*#__PURE__*/ bilinear("timesTransposed", {
  value: (A, B) => {
    const [[m = 0, k = 1], [n = 0]] = [shapeOf(A), shapeOf(B)];
    const [a, b] = [rowsOf(entriesOf(A), k), rowsOf(entriesOf(B), k)];
    return plainOf([m, n], productOfViews(a, flipped(b), m, k, n));
  },
  shape: timesTransposedShape,
  adjoints: [(bar, B) => matmul(bar, B), (bar, A) => transposedTimes(bar, A)],
  // The overloads say that matrices and vectors give a matrix.
}) as TimesTransposed;

interface TransposedTimes {
  (A: Matrix, B: Matrix): Matrix;
  (A: Matrix, x: Float64Array): Float64Array;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (A: MatrixValue, x: Vector): Vector;
  (A: Value, B: Value): Value;
  readonly rule: BinaryRule;
}

const transposedTimesShape = (a: Shape, b: Shape): Shape => {
  const [m, k] = a;
  if (m !== undefined && k !== undefined && b[0] === m) return [k, ...b.slice(1)];
  throw misfit(
    "transposedTimes",
    "a matrix, and a matrix or vector with as many rows",
    a,
    b,
    "for A·B use matmul, for two vectors dot",
  );
};

/**
 * The product Aᵀ·B, k×n for A m×k and B m×n, or the vector Aᵀ·x of k entries for x of m: x as a row
 * times A. Bilinear, with Ā = B·C̄ᵀ and B̄ = A·C̄ (docs/rules.md (1.6)).
 * @throws ShapeError unless B has as many rows as A.
 * @example
 * transposedTimes(matrix([[1, 2], [3, 4]]), Float64Array.of(1, 1)); // Float64Array(2) [ 4, 6 ]
 */
export const transposedTimes: TransposedTimes = /*#__PURE__*/ bilinear("transposedTimes", {
  value: (A, B) => {
    const [[m = 0, k = 0], [, n = 1]] = [shapeOf(A), shapeOf(B)];
    const [a, b] = [rowsOf(entriesOf(A), k), rowsOf(entriesOf(B), n)];
    return plainOf(
      transposedTimesShape(shapeOf(A), shapeOf(B)),
      productOfViews(flipped(a), b, k, m, n),
    );
  },
  shape: transposedTimesShape,
  adjoints: [(bar, B) => timesTransposed(B, bar), (bar, A) => matmul(A, bar)],
  // The overloads say that a matrix times a matrix is a matrix, and times a vector a vector.
}) as TransposedTimes;
