import type { MatrixValue } from "@jacobian/core";
import { conditionOf } from "./factors.ts";
import { plainOperand } from "../shapes.ts";

/**
 * An estimate of 1/(‖A‖₁·‖A⁻¹‖₁), the reciprocal condition number of a square matrix in the 1-norm: near
 * 1 if its inverse is well determined, about 10⁻ᵈ if d digits of a solution are lost, 0 if it is
 * singular, 1 of a 0×0 matrix. It is never below the true number and hardly ever above three times that
 * (Higham 1988, ACM TOMS 14, 381–396), at a cost of O(n²) beyond the factorization, which `solve`, `inv`
 * and `det` of the same matrix share. An estimate has no derivative: of an element it reads the value.
 * @throws ShapeError unless A is square; DomainError for NaN or ∞ in A.
 * @example
 * rcond(matrix([[1, 0], [0, 0.25]])); // 0.25
 */
export const rcond = (A: MatrixValue): number => conditionOf("rcond", plainOperand("rcond", A));
