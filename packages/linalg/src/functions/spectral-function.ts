import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type StructuredRule,
  type Value,
  DomainError,
  callable,
  describe,
} from "@jacobian/core";
import { nameOf } from "./divided-differences.ts";
import type { ScalarFunction } from "./jet.ts";
import { spectralFamily } from "./spectral-family.ts";

interface SpectralFunction {
  (g: ScalarFunction, A: Matrix): Matrix;
  (g: ScalarFunction, A: MatrixValue): MatrixValue;
  (g: ScalarFunction, A: Value): Value;
}

const family = /*#__PURE__*/ spectralFamily("spectralFunction");

/**
 * A primitive itself; of another function a copy for this call, by which its divided differences are remembered:
 * what it depends on beside its argument may change before the next.
 * @throws DomainError for what is no function.
 */
const subject = (g: ScalarFunction): ScalarFunction => {
  if (typeof g === "function") {
    if ("rule" in g) return g;
    return Object.defineProperty((x: Scalar) => g(x), "name", { value: nameOf(g) });
  }
  throw new DomainError(
    `spectralFunction: expected a function of one number, got ${describe(g)}; call spectralFunction(exp, A)`,
  );
};

/**
 * g of the symmetric part (A + Aᵀ)/2 = V·diag(λ)·Vᵀ of a square matrix: V·diag(g(λ))·Vᵀ. Its derivative is
 * V·(G∘(Vᵀ·Ȧ·V))·Vᵀ, where Gᵢⱼ = (g(λᵢ) − g(λⱼ))/(λᵢ − λⱼ), or g′(λᵢ) where the two are equal (Daleckii & Krein 1951;
 * Higham 2008, theorem 3.11), and is right at repeated eigenvalues too, as are all higher derivatives
 * (docs/rules.md (13.5)). g is a function of core, or written with functions of core on scalars; what it depends
 * on beside its argument must be plain numbers. Its derivatives are taken by Taylor series; at a kink of g
 * they are those that its pieces have by convention.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A, if g or a derivative that is needed is not
 * finite at an eigenvalue, or if g depends on an element of an algebra.
 * @example
 * spectralFunction(sqrt, matrix([[4, 0], [0, 9]])); // Matrix 2×2 [2 0] [0 3]
 */
export const spectralFunction: SpectralFunction & {
  readonly rule: StructuredRule<ScalarFunction>;
} = /*#__PURE__*/ callable(
  family,
  // The overloads say that a matrix gives a matrix.
  ((g: ScalarFunction, A: Value) => family([A], subject(g))[0]) as SpectralFunction,
);
