import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type StructuredRule,
  type Value,
  callable,
  scale,
  structured,
  sum,
} from "@jacobian/core";
import { expansion } from "./berkowitz.ts";
import { cofactors } from "./cofactors.ts";
import { factorsOf } from "../systems/factors.ts";
import { determinant } from "../kernels/determinant.ts";
import { squareSize } from "../shapes.ts";

interface Determinant {
  (A: Matrix): number;
  (A: MatrixValue): Scalar;
  (A: Value): Value;
}

const volume = /*#__PURE__*/ structured("det", {
  value: ([A = NaN]) => [determinant(factorsOf("det", A))],
  shape: ([a = []]) => {
    squareSize("det", a);
    return [[]];
  },
  pushforward: ([dA = NaN], [A = NaN], [z = NaN]) => [sum(scale(cofactors(A, z), dA))],
  formula: ([A = NaN]) => [expansion(A).determinant],
});

/**
 * The determinant of a square matrix; 1 of a 0×0 matrix. ż = tr(adj(A)·Ȧ), Jacobi's formula, which for
 * an invertible matrix is z·tr(A⁻¹·Ȧ) (Giles 2008, 2.2.4; docs/rules.md (3.1)); it holds for a singular matrix too. The value
 * comes from LU with partial pivoting: 0 if a pivot is exactly 0, what rounding leaves of another singular
 * matrix, with an error of about n·2⁻⁵² times the largest products of its entries; where it leaves the range of float64 use `logAbsDet`, or its
 * gradient, which may be in range.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A.
 * @example
 * det(matrix([[2, 1], [0, 4]])); // 8
 */
export const det: Determinant & { readonly rule: StructuredRule } = /*#__PURE__*/ callable(
  volume,
  // The overloads say that a matrix gives a scalar.
  ((A: Value) => volume([A])[0]) as Determinant,
);
