import { matrix, type Matrix } from "@jacobian/core";
import { det, eigh, inv, matmul, solve } from "@jacobian/linalg";

const A: Matrix = matrix([
  [2, 1],
  [4, 4],
]);
const x = solve(A, Float64Array.of(3, 8));
const { values } = eigh(
  matrix([
    [3, 4],
    [4, -3],
  ]),
);

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["2·4 − 1·4", det(A), 4],
  ["2x + y = 3, 4x + 4y = 8", x[0] ?? NaN, 1],
  ["−1/det · 1", inv(A).data[1] ?? NaN, -0.25],
  ["A·A⁻¹", matmul(A, inv(A)).data[3] ?? NaN, 1],
  ["an eigenvalue ±√(3² + 4²)", values[1] ?? NaN, 5],
];
