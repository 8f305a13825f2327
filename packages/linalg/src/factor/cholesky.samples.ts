import { Matrix } from "@jacobian/core";

/** Symmetric, not symmetric, where (A + Aᵀ)/2 counts, and of widely different pivots. */
export const samples = {
  cholesky: [
    [
      [2, 0.3, -0.3],
      [0.3, 1.6, 0.3],
      [-0.3, 0.3, 1.3],
    ],
    [
      [2.1, 0.7, -0.9, 0.2],
      [-0.1, 1.6, 0.4, 0],
      [0.3, 0.2, 1.3, -0.5],
      [0.1, 0.1, -0.1, 0.9],
    ],
    [
      [100, 7],
      [7, 0.6],
    ],
    [[4]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
