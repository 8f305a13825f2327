import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  type Vector,
  Element,
  callable,
  shapeOf,
} from "@jacobian/core";
import { symmetricEigenvalues } from "../kernels/symmetric-eigen.ts";
import { operandShape } from "../shapes.ts";
import { decomposed, ofSymmetric, symmetricSpectrum } from "./symmetric-spectrum.ts";

interface Eigvalsh {
  (A: Matrix): Float64Array;
  (A: MatrixValue): Vector;
  (A: Value): Value;
}

const spectrum = /*#__PURE__*/ symmetricSpectrum("eigvalsh", {
  // Of its two outputs only the values are given away.
  spectrum: ([A = NaN]) => ({
    matrix: A,
    indices: [...Array(shapeOf(A)[0] ?? 0).keys()],
    decompose: decomposed("eigvalsh"),
  }),
});

/**
 * The eigenvalues λ of the symmetric part of a square matrix, ascending, without their vectors unless a
 * derivative asks for them: λ̇ᵢ = vᵢᵀ·Ȧ·vᵢ, and Ā = V·diag(λ̄)·Vᵀ (Giles 2008, 3.1).
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, and in the derivative where two
 * eigenvalues differ by at most n·2⁻⁵² times the largest magnitude; ConvergenceError if the iteration
 * does not end, which no matrix is known to cause.
 * @example
 * eigvalsh(matrix([[3, 4], [4, -3]])); // Float64Array(2) [ -5, 5 ]
 */
export const eigvalsh: Eigvalsh & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  spectrum,
  ((A: Value) => {
    operandShape("eigvalsh", A);
    if (A instanceof Element) return spectrum([A])[0];
    return ofSymmetric("eigvalsh", A, symmetricEigenvalues).values;
    // The overloads say that a matrix gives a vector.
  }) as Eigvalsh,
);
