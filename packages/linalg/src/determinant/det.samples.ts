import { Matrix } from "@jacobian/core";

/** Invertible, of each lower rank, and almost singular: the determinant is smooth everywhere. */
export const samples = {
  det: [
    [
      [0.2, 1.5, -1],
      [-1, 0.4, 0.25],
      [0.7, -0.3, 2],
    ],
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9 + 1e-13],
    ],
    [
      [1, 2],
      [2, 4],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[-4]],
    [[0]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
