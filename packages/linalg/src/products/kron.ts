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
  sizeOf,
  stack,
  take,
} from "@jacobian/core";
import { blockPlaces, kronecker } from "../kernels/kronecker.ts";
import { misfit } from "../shapes.ts";
import { matmul, transposedTimes } from "./products.ts";

interface Kron {
  (A: Matrix, B: Matrix): Matrix;
  (x: Float64Array, y: Float64Array): Float64Array;
  (A: MatrixValue, B: MatrixValue): MatrixValue;
  (x: Vector, y: Vector): Vector;
  (A: Value, B: Value): Value;
  readonly rule: BinaryRule;
}

const kronShape = (a: Shape, b: Shape): Shape => {
  if (a.length > 0 && a.length === b.length) return a.map((n, k) => n * (b[k] ?? 1));
  throw misfit(
    "kron",
    "two matrices or two vectors",
    a,
    b,
    "make a vector a matrix with fromColumns([x])",
  );
};

/** The same entries in another shape. */
const reshaped = (x: Value, shape: Shape): Value => stack([x], shape)[0] ?? NaN;

const vec = (x: Value): Value => reshaped(x, [sizeOf(shapeOf(x))]);

/** A row for each entry of A, a column for each of B: of A ⊗ B itself, vec(A)·vec(B)ᵀ. */
const rearranged = (C: Value, [m = 1, n = 1]: Shape, [p = 1, q = 1]: Shape): Value =>
  take(C, { index: blockPlaces(m, n, p, q), shape: [m * n, p * q] });

/**
 * The Kronecker product A ⊗ B, whose block (i, j) is aᵢⱼ·B: mp×nq for A m×n and B p×q, or a vector of mp
 * entries for vectors of m and p. Bilinear: with R(C) the mn×pq matrix whose rows are the blocks of C,
 * R(A ⊗ B) = vec(A)·vec(B)ᵀ (Van Loan & Pitsianos 1993), so vec(Ā) = R(C̄)·vec(B) and
 * vec(B̄) = R(C̄)ᵀ·vec(A) (docs/rules.md (1.11), (1.12)).
 * @throws ShapeError unless both are matrices, or both vectors.
 * @example
 * kron(matrix([[1, 2]]), matrix([[3], [4]])); // Matrix 2×2 [3 6] [4 8]
 */
export const kron: Kron = /*#__PURE__*/ bilinear("kron", {
  value: (A, B) => {
    const [a, b] = [shapeOf(A), shapeOf(B)];
    const [[m = 1, n = 1], [p = 1, q = 1]] = [a, b];
    return plainOf(kronShape(a, b), kronecker(entriesOf(A), entriesOf(B), m, n, p, q));
  },
  shape: kronShape,
  adjoints: [
    (bar, B, a) => reshaped(matmul(rearranged(bar, a, shapeOf(B)), vec(B)), a),
    (bar, A, b) => reshaped(transposedTimes(rearranged(bar, shapeOf(A), b), vec(A)), b),
  ],
  // The overloads say that two matrices give a matrix, two vectors a vector.
}) as Kron;
