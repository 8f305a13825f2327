import { Matrix } from "@jacobian/core";

/** Symmetric and not, with eigenvalues of both signs that keep apart. */
export const samples = {
  eigvalsh: [
    [
      [2, 0.4, -0.3],
      [0.4, -1, 0.5],
      [-0.3, 0.5, 0.6],
    ],
    [
      [1, 2, 0.3],
      [-0.5, 0.2, 1.1],
      [0.7, -0.4, -1.5],
    ],
    [
      [1.5, 0.4],
      [0.4, -0.5],
    ],
    [[-4]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
