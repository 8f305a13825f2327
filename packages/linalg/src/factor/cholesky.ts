import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  callable,
  plainOf,
  scale,
  shapeOf,
  structured,
  sub,
} from "@jacobian/core";
import { diagonal, diagonalMatrix } from "../construct/diagonal.ts";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { lowerTriangle } from "../construct/triangles.ts";
import { matmul, transposedTimes } from "../products/products.ts";
import { transpose } from "../products/transpose.ts";
import { squareSize } from "../shapes.ts";
import { choleskyOf } from "../systems/definite.ts";
import { solveTriangular } from "../systems/solve-triangular.ts";

interface Cholesky {
  (A: Matrix): Matrix;
  (A: MatrixValue): MatrixValue;
  (A: Value): Value;
}

/** Φ: the lower triangle with half the diagonal, so that F = Φ(F) + Φ(F)ᵀ of a symmetric F. */
const lowerHalf = (F: Value): Value => {
  const half = scale(0.5, diagonal(F));
  return sub(lowerTriangle(F), diagonalMatrix(half));
};

/** L⁻ᵀ·P·L⁻¹ */
const between = (L: Value, P: Value): Value => {
  const back = (X: Value) => solveTriangular(L, X, { transposed: true });
  return transpose(back(transpose(back(P))));
};

const factorization = /*#__PURE__*/ structured("cholesky", {
  value: ([A = NaN]) => [plainOf(shapeOf(A), choleskyOf("cholesky", A).slice())],
  shape: ([a = []]) => {
    const n = squareSize("cholesky", a);
    return [[n, n]];
  },
  pushforward: ([dA = NaN], _inputs, [L = NaN]) => {
    const half = solveTriangular(L, symmetricPart(dA));
    return [matmul(L, lowerHalf(solveTriangular(L, transpose(half))))];
  },
  pullback: ([bar = NaN], _inputs, [L = NaN]) => [
    symmetricPart(between(L, lowerHalf(transposedTimes(L, bar)))),
  ],
});

/**
 * The Cholesky factor L of S = (A + Aᵀ)/2 = L·Lᵀ, positive definite: lower triangular with a positive
 * diagonal. L̇ = L·Φ(L⁻¹·Ṡ·L⁻ᵀ), where Φ takes the lower triangle and half the diagonal, and
 * S̄ = sym(L⁻ᵀ·Φ(Lᵀ·L̄)·L⁻¹) (Murray 2016, equations 7–10; docs/rules.md (4.6), (4.7)).
 * @throws ShapeError unless A is square; DomainError unless S is positive definite to working precision,
 * or for NaN or ∞ in A.
 * @example
 * cholesky(matrix([[4, 2], [2, 10]])); // Matrix 2×2 [2 0] [1 3]
 */
export const cholesky: Cholesky & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  factorization,
  // The overloads say that a matrix gives a matrix.
  ((A: Value) => factorization([A])[0]) as Cholesky,
);
