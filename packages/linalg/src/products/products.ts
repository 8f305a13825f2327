import {
  type BinaryRule,
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Shape,
  type Value,
  type Vector,
  bilinear,
  entriesOf,
  plainOf,
  scale,
  shapeOf,
} from "@jacobian/core";
import { product } from "../kernels/product.ts";
import { misfit, vectorLength } from "../shapes.ts";
import { transpose } from "./transpose.ts";

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
    "transpose one of them, or use dot or outer for two vectors",
  );
};

/**
 * The product A·B, m×n for A m×k and B k×n, or the vector A·x of m entries for x of k. Bilinear, with
 * Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄ (Giles 2008, 2.2.2).
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
  adjoints: [(bar, B) => timesTransposed(bar, B), (bar, A) => matmul(transpose(A), bar)],
  // The overloads say that a matrix times a matrix is a matrix, and times a vector a vector.
}) as MatMul;

/** X·Yᵀ, where a vector is a matrix of one column. */
export const timesTransposed = (X: Value, Y: Value): Value =>
  shapeOf(Y).length === 1 ? outer(X, Y) : matmul(X, transpose(Y));

interface Outer {
  (x: Float64Array, y: Float64Array): Matrix;
  (x: Vector, y: Vector): MatrixValue;
  (x: Value, y: Value): Value;
  readonly rule: BinaryRule;
}

const vectorLengths = (operation: string, a: Shape, b: Shape): [number, number] => [
  vectorLength(operation, a),
  vectorLength(operation, b),
];

/**
 * x·yᵀ, the matrix of all products: entry (i, j) is xᵢ·yⱼ. Bilinear, with x̄ = C̄·y and ȳ = C̄ᵀ·x.
 * @throws ShapeError for what are no vectors.
 * @example
 * outer(Float64Array.of(1, 2), Float64Array.of(3, 4)); // Matrix 2×2 [3 4] [6 8]
 */
export const outer: Outer = /*#__PURE__*/ bilinear("outer", {
  value: (x, y) => {
    const [m, n] = vectorLengths("outer", shapeOf(x), shapeOf(y));
    return plainOf([m, n], product(entriesOf(x), entriesOf(y), m, 1, n));
  },
  shape: (a, b) => vectorLengths("outer", a, b),
  adjoints: [(bar, y) => matmul(bar, y), (bar, x) => matmul(transpose(bar), x)],
  // The overloads say that two vectors give a matrix.
}) as Outer;

interface Dot {
  (x: Float64Array, y: Float64Array): number;
  (x: Vector, y: Vector): Scalar;
  (x: Value, y: Value): Value;
  readonly rule: BinaryRule;
}

const dotShape = (a: Shape, b: Shape): Shape => {
  const [m, n] = vectorLengths("dot", a, b);
  if (m === n) return [];
  throw misfit("dot", "two vectors of one length", a, b, "take a slice of the longer one");
};

/**
 * xᵀ·y, the sum of the products of entries; 0 for empty vectors. Bilinear, with x̄ = z̄·y and ȳ = z̄·x.
 * @throws ShapeError unless both are vectors of one length.
 * @example
 * dot(Float64Array.of(1, 2), Float64Array.of(3, 4)); // 11
 */
export const dot: Dot = /*#__PURE__*/ bilinear("dot", {
  value: (x, y) => product(entriesOf(x), entriesOf(y), 1, entriesOf(x).length, 1)[0]!,
  shape: dotShape,
  adjoints: [(bar, y) => scale(bar, y), (bar, x) => scale(bar, x)],
  dependence: "reduction",
  // The overloads say that two vectors give a scalar.
}) as Dot;
