import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  type Vector,
  callable,
  mul,
  scale,
  broadcast,
  shapeOf,
  structured,
  sum,
  value,
} from "@jacobian/core";
import { matmul, timesTransposed } from "../products/products.ts";
import { matrixShape } from "../shapes.ts";
import { doubledSpectrum } from "./doubled.ts";
import { plainSingularValues, refuseKinks } from "./singular-factors.ts";
import { singularVectors } from "./singular-vectors.ts";

interface SingularValues {
  (A: Matrix): Float64Array;
  (A: MatrixValue): Vector;
  (A: Value): Value;
}

/** U and V, where all singular values have derivatives. */
const vectorsAt = (A: Value, s: Value): readonly [U: Value, V: Value] => {
  const [m, n] = matrixShape("singularValues", shapeOf(A));
  refuseKinks("singularValues", value(s), m, n);
  const [U = NaN, , V = NaN] = singularVectors([A]);
  return [U, V];
};

const values = /*#__PURE__*/ structured("singularValues", {
  value: ([A = NaN]) => [plainSingularValues("singularValues", A)],
  shape: ([a = []]) => [[Math.min(...matrixShape("singularValues", a))]],
  pushforward: ([dA = NaN], [A = NaN], [s = NaN]) => {
    const [U, V] = vectorsAt(A, s);
    return [sum.rule.apply(mul(U, matmul(dA, V)), "columns")];
  },
  pullback: ([bar = NaN], [A = NaN], [s = NaN]) => {
    const [U, V] = vectorsAt(A, s);
    return [timesTransposed(scale(broadcast(bar, { shape: shapeOf(U), axis: "columns" }), U), V)];
  },
  spectrum: ([A = NaN]) =>
    doubledSpectrum("singularValues", A, [...Array(Math.min(...shapeOf(A))).keys()]),
});

/**
 * The min(m, n) singular values of an m×n matrix alone, descending, none below 0: the square roots of the
 * eigenvalues of Aᵀ·A. ṡ = diag(Uᵀ·Ȧ·V) and Ā = U·diag(s̄)·Vᵀ (Giles 2008, 3.2; docs/rules.md (8.4)); a value
 * that is repeated or 0 has no derivative.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, if a singular value leaves the
 * range of float64, and in the derivative where singular values meet or vanish, as far as they are known
 * (max(m, n)·2⁻⁵² times the largest); ConvergenceError if the iteration does not end, which no matrix is
 * known to cause.
 * @example
 * singularValues(matrix([[3, 0], [4, 0]])); // Float64Array(2) [ 5, 0 ]
 */
export const singularValues: SingularValues & { readonly rule: StructuredRule } =
  /*#__PURE__*/ callable(
    values,
    // The overloads say that a matrix gives a vector.
    ((A: Value) => values([A])[0]) as SingularValues,
  );
