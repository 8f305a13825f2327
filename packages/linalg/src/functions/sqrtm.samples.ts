import { Matrix } from "@jacobian/core";

/** Symmetric and not, with distinct and with repeated eigenvalues. */
export const samples = {
  sqrtm: [
    [
      [2, 0.4, -0.3],
      [0.4, 1, 0.5],
      [-0.3, 0.5, 1.6],
    ],
    [
      [3, 1, -0.6],
      [-0.2, 2, 0.4],
      [0.2, 0.5, 1.5],
    ],
    [
      [2, 0],
      [0, 2],
    ],
    [[4]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
