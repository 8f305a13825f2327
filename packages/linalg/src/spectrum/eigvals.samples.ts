import { Matrix } from "@jacobian/core";

/** With real eigenvalues, with pairs, and with both; none near another, no entries near a tie. */
export const samples = {
  eigvals: [
    [
      [2, 0.4, -0.3],
      [0.7, -1, 0.5],
      [-0.2, 0.6, 0.5],
    ],
    [
      [0.3, 2, 0.3],
      [-1.5, 0.2, 1.1],
      [0.7, -0.4, -1.5],
    ],
    [
      [0.2, 1.4],
      [-0.9, 0.5],
    ],
    [
      [0.3, 2, 0.3, 0.1],
      [-1.5, 0.2, 0.4, -0.2],
      [0.7, -0.4, -1.5, 1.2],
      [0.1, 0.3, -0.8, -1.1],
    ],
    [[-4]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
