import {
  type Plain,
  type Spectrum,
  type Structured,
  type Value,
  ConvergenceError,
  DomainError,
  add,
  describeShape,
  plainOf,
  scale,
  shapeOf,
  structured,
  value,
} from "@jacobian/core";
import { diagonal, diagonalMatrix } from "../construct/diagonal.ts";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { finiteEntries } from "../finite.ts";
import { isZero } from "../is-zero.ts";
import { largestMagnitude } from "../kernels/exponent.ts";
import { symmetrized } from "../kernels/symmetrized.ts";
import { symmetricEigen } from "../kernels/symmetric-eigen.ts";
import { matmul } from "../products/products.ts";
import { squareSize } from "../shapes.ts";
import { transpose } from "../products/transpose.ts";
import { inverseGaps, refuseRepeated } from "./gaps.ts";

/**
 * What a kernel gives for the symmetric part of a plain matrix.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A or among the eigenvalues.
 */
export const ofSymmetric = <T extends { readonly values: Float64Array }>(
  operation: string,
  A: Plain,
  kernel: (a: Float64Array, n: number) => T | undefined,
): T => {
  const n = squareSize(operation, shapeOf(A));
  const entries = finiteEntries(operation, A);
  const result = kernel(symmetrized(entries, n), n);
  if (result === undefined) {
    throw new ConvergenceError(
      `${operation}: expected the QL iteration to end, got 30 sweeps for each eigenvalue of ${describeShape(shapeOf(A))}; report this matrix`,
    );
  }
  if (result.values.every(Number.isFinite)) return result;
  throw new DomainError(
    `${operation}: expected eigenvalues in the range of float64, got entries up to ${largestMagnitude(entries).toPrecision(2)}; scale the matrix down first`,
  );
};

/** Eigenvalues, ascending, and eigenvectors of the symmetric part of a plain matrix. */
export const decomposed =
  (operation: string): Spectrum["decompose"] =>
  (A) => {
    const { values, vectors } = ofSymmetric(operation, A, symmetricEigen);
    return [values, plainOf(shapeOf(A), vectors)];
  };

/**
 * A = V·Λ·Vᵀ of the symmetric part as a rule with the outputs Λ and V. With C = Vᵀ·Ȧ·V and
 * Fᵢⱼ = 1/(λⱼ − λᵢ), λ̇ = diag C and V̇ = V·(F∘C); Ā = V·(diag λ̄ + F∘(Vᵀ·V̄))·Vᵀ, symmetrized
 * (docs/rules.md (6.4), (6.6); Giles 2008, 3.1).
 */
export const symmetricSpectrum = (
  operation: string,
  traits: { readonly spectrum?: (inputs: readonly Value[]) => Spectrum } = {},
): Structured =>
  structured(operation, {
    ...traits,
    value: ([A = NaN]) => decomposed(operation)(A),
    shape: ([a = []]) => {
      const n = squareSize(operation, a);
      return [[n], [n, n]];
    },
    pushforward: ([dA = NaN], _inputs, [values = NaN, V = NaN]) => {
      refuseRepeated(operation, value(values));
      const C = matmul(transpose(V), matmul(symmetricPart(dA), V));
      return [diagonal(C), matmul(V, scale(inverseGaps(values), C))];
    },
    pullback: ([valuesBar = NaN, bar = NaN], _inputs, [values = NaN, V = NaN]) => {
      refuseRepeated(operation, value(values));
      const inner = isZero(bar)
        ? diagonalMatrix(valuesBar)
        : add(diagonalMatrix(valuesBar), scale(inverseGaps(values), matmul(transpose(V), bar)));
      return [symmetricPart(matmul(V, matmul(inner, transpose(V))))];
    },
  });
