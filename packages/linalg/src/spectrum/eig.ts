import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  type Vector,
  callable,
} from "@jacobian/core";
import { generalSpectrum } from "./general-spectrum.ts";

/** A·V = V·diag(λ) with λ = re + i·im and V = vectors.re + i·vectors.im. */
export interface Spectrum<X extends Vector, M extends MatrixValue> {
  readonly re: X;
  /** Exactly 0 for a real eigenvalue; exactly opposite in a conjugate pair. */
  readonly im: X;
  /** Column j belongs to eigenvalue j; the imaginary part is exactly 0 for a real one. */
  readonly vectors: { readonly re: M; readonly im: M };
}

interface Eig {
  (A: Matrix): Spectrum<Float64Array, Matrix>;
  (A: MatrixValue): Spectrum<Vector, MatrixValue>;
}

const spectrum = /*#__PURE__*/ generalSpectrum("eig");

/**
 * The eigenvalues and eigenvectors of a square matrix, A·V = V·diag(λ), complex ones as pairs of real
 * arrays. In order of ascending real part, and where real parts agree to n·2⁻⁵² of the largest modulus, of
 * ascending |im|; conjugate ones are neighbours, the positive imaginary part first. Each vector has 2-norm
 * 1, and its first entry of at least 0.9 times the largest modulus is real and positive. With
 * C = V⁻¹·Ȧ·V and Fᵢⱼ = 1/(λⱼ − λᵢ), 0 on the diagonal, λ̇ = diag C and V̇ = V·(F∘C + diag γ), where γ keeps
 * norms and phases (Giles 2008, 3.1; docs/rules.md (7.6)).
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, and in the derivative where two
 * eigenvalues are no further apart than they are known: n·2⁻⁵²·‖A‖ times the sum of their condition
 * numbers; ConvergenceError if the iteration does not end, which no matrix is known to cause.
 * @example
 * eig(matrix([[0, 2], [-2, 0]])).im; // Float64Array(2) [ 2, -2 ]
 */
export const eig: Eig & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(spectrum, ((
  A: Value,
) => {
  const [re, im, vectorsRe, vectorsIm] = spectrum([A]);
  return { re, im, vectors: { re: vectorsRe, im: vectorsIm } };
  // The overloads say that a matrix gives vectors and matrices.
}) as Eig);
