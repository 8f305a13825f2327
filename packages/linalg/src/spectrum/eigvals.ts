import {
  type Matrix,
  type MatrixValue,
  type StructuredRule,
  type Value,
  type Vector,
  Element,
  callable,
} from "@jacobian/core";
import { operandShape } from "../shapes.ts";
import { generalSpectrum } from "./general-spectrum.ts";
import { ofGeneral } from "./general-values.ts";

/** λ = re + i·im */
export interface Eigenvalues<X extends Vector> {
  readonly re: X;
  /** Exactly 0 for a real eigenvalue; exactly opposite in a conjugate pair. */
  readonly im: X;
}

interface Eigvals {
  (A: Matrix): Eigenvalues<Float64Array>;
  (A: MatrixValue): Eigenvalues<Vector>;
}

const spectrum = /*#__PURE__*/ generalSpectrum("eigvals");

/**
 * The eigenvalues of a square matrix, complex ones in conjugate pairs, in the order of `eig`, without
 * vectors unless a derivative asks for them: λ̇ = diag(V⁻¹·Ȧ·V) (Giles 2008, 3.1). The imaginary part of a
 * real eigenvalue has derivative 0.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, and in the derivative where two
 * eigenvalues are no further apart than they are known: n·2⁻⁵²·‖A‖ times the sum of their condition
 * numbers; ConvergenceError if the iteration does not end, which no matrix is known to cause.
 * @example
 * eigvals(matrix([[1, 2], [-2, 1]])).im; // Float64Array(2) [ 2, -2 ]
 */
export const eigvals: Eigvals & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  spectrum,
  ((A: Value) => {
    operandShape("eigvals", A);
    if (A instanceof Element) {
      const [re, im] = spectrum([A]);
      return { re, im };
    }
    const { re, im } = ofGeneral("eigvals", A, false);
    return { re, im };
    // The overloads say that a matrix gives two vectors.
  }) as Eigvals,
);
