import { Matrix } from "@jacobian/core";
import { counted } from "./counted.ts";

/**
 * The m×n matrix of zeros.
 * @throws DomainError unless m and n are whole numbers ≥ 0.
 * @example
 * zeroMatrix(2, 3); // Matrix 2×3 [0 0 0] [0 0 0]
 */
export const zeroMatrix = (m: number, n: number): Matrix =>
  new Matrix(counted("zeroMatrix", "rows", m), counted("zeroMatrix", "columns", n));
