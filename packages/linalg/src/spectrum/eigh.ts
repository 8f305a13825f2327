import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  type Vector,
  callable,
} from "@jacobian/core";
import { symmetricSpectrum } from "./symmetric-spectrum.ts";

/** (A + Aᵀ)/2 = V·diag(λ)·Vᵀ */
export interface SymmetricSpectrum<X extends Vector, M extends MatrixValue> {
  /** λ, ascending. */
  readonly values: X;
  /** V, orthogonal: column j belongs to value j. */
  readonly vectors: M;
}

interface Eigh {
  (A: Matrix): SymmetricSpectrum<Float64Array, Matrix>;
  (A: MatrixValue): SymmetricSpectrum<Vector, MatrixValue>;
}

const spectrum = /*#__PURE__*/ symmetricSpectrum("eigh");

/**
 * The eigenvalues, ascending, and orthonormal eigenvectors of the symmetric part of a square matrix:
 * (A + Aᵀ)/2 = V·diag(λ)·Vᵀ. In each column of V the first entry of at least 0.9 times the largest
 * magnitude is positive. With C = Vᵀ·Ȧ·V and Fᵢⱼ = 1/(λⱼ − λᵢ), 0 on the diagonal, λ̇ = diag C and
 * V̇ = V·(F∘C); the adjoint is sym(V·(diag λ̄ + F∘(Vᵀ·V̄))·Vᵀ) (Walter & Lehmann 2010; Giles 2008, 3.1;
 * docs/rules.md (6.4), (6.6)).
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, and in the derivative where two
 * eigenvalues differ by at most n·2⁻⁵² times the largest magnitude; ConvergenceError if the iteration
 * does not end, which no matrix is known to cause.
 * @example
 * eigh(matrix([[3, 4], [4, -3]])).values; // Float64Array(2) [ -5, 5 ]
 */
export const eigh: Eigh & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(spectrum, ((
  A: Value,
) => {
  const [values, vectors] = spectrum([A]);
  return { values, vectors };
  // The overloads say that a matrix gives a vector and a matrix.
}) as Eigh);
