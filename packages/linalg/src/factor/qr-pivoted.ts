import {
  type Gather,
  type Matrix,
  type MatrixValue,
  type Shape,
  type StructuredRule,
  type Value,
  callable,
  entriesOf,
  scatter,
  shapeOf,
  structured,
  take,
  value,
  zeros,
} from "@jacobian/core";
import { pivotedReflections } from "../kernels/qr-pivoted.ts";
import { matrixShape } from "../shapes.ts";
import { adjointOfFactors, tangentsOfFactors } from "./qr-calculus.ts";
import { type QR, factorsBy } from "./qr.ts";

/** A·P = Q·R */
export interface PivotedQR<M extends MatrixValue> extends QR<M> {
  /** Column j of A·P is column permutation[j] of A. */
  readonly permutation: Int32Array;
}

interface Orthogonalize {
  (A: Matrix): PivotedQR<Matrix>;
  (A: MatrixValue): PivotedQR<MatrixValue>;
}

/** Where the columns of A stand that make up A·P. */
export const chosen = ([m = 0, n = 0]: Shape, order: ArrayLike<number>): Gather => {
  const k = order.length;
  const index = new Int32Array(m * k);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < k; j++) index[i * k + j] = i * n + order[j]!;
  }
  return { index, shape: [m, k] };
};

const name = "qrPivoted";

const factorization = /*#__PURE__*/ structured(name, {
  value: ([A = NaN]) => {
    const { Q, R, reduced } = factorsBy(name, A, pivotedReflections);
    return [Q, R, Float64Array.from(reduced.order)];
  },
  shape: ([a = []]) => {
    const [m, n] = matrixShape(name, a);
    const k = Math.min(m, n);
    return [[m, k], [k, n], [n]];
  },
  pushforward: ([dA = NaN], _inputs, [Q = NaN, R = NaN, order = NaN]) => {
    const taken = take(dA, chosen(shapeOf(dA), entriesOf(value(order))));
    return [...tangentsOfFactors(name, taken, Q, R), zeros(shapeOf(order))];
  },
  pullback: ([QBar = NaN, RBar = NaN], [A = NaN], [Q = NaN, R = NaN, order = NaN]) => {
    const { index } = chosen(shapeOf(A), entriesOf(value(order)));
    return [scatter(adjointOfFactors(name, QBar, RBar, Q, R), { index, shape: shapeOf(A) })];
  },
});

/**
 * The thin factorization A·P = Q·R of any m×n matrix with column pivoting: each column taken is the one
 * of which most is left outside the span of those before it (Businger & Golub 1965). The diagonal of R
 * is ≥ 0 and descends (but for rounding), and so tells how far A is from lower rank. The permutation is locally constant; Q and R have
 * the derivatives that `qr` gives them for A·P.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, or if R leaves the range of
 * float64; SingularMatrixError in the derivative if A has a rank below min(m, n).
 * @example
 * qrPivoted(matrix([[1, 3], [0, 4]])).permutation; // Int32Array(2) [ 1, 0 ]
 */
export const qrPivoted: Orthogonalize & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  factorization,
  ((A: Value) => {
    const [Q, R, order = NaN] = factorization([A]);
    return { Q, R, permutation: Int32Array.from(entriesOf(value(order))) };
    // The overloads say that a matrix gives two matrices.
  }) as Orthogonalize,
);
