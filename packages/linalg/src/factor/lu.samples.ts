import { Matrix } from "@jacobian/core";

/** With and without rows that change places, and of rank n − 1, where only the last pivot is 0. */
export const samples = {
  lu: [
    [
      [0.2, 1.5, -1],
      [-1, 0.4, 0.25],
      [0.7, -0.3, 2],
    ],
    [
      [3, 0.4],
      [0.2, 1.5],
    ],
    [
      [1, 2],
      [3, 6],
    ],
    [[-4]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
