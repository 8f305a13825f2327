import { Matrix } from "@jacobian/core";

/** With blocks of one, of two first, last and between, with rows that change places, and of rank n − 1. */
export const samples = {
  ldl: [
    [
      [2, 0.3, -0.4],
      [0.2, -1.6, 0.3],
      [-0.3, 0.3, 1.3],
    ],
    [
      [0.1, 1.5, -0.3],
      [1.6, 0.2, 0.4],
      [-0.3, 0.3, 0.9],
    ],
    [
      [3, 0.4, 0.5, -0.2],
      [0.4, 0.1, 0.3, 1.2],
      [0.5, 0.3, -2, 0.1],
      [-0.2, 1.2, 0.1, -0.2],
    ],
    [
      [0.1, 1.5, 0.2, 0.4],
      [1.5, -0.1, 0.3, 0.6],
      [0.2, 0.3, 0.05, -1.1],
      [0.4, 0.6, -1.1, 0.2],
    ],
    [
      [2, 1],
      [1, 0.5],
    ],
    [[-4]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
