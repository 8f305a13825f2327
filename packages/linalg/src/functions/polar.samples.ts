import { Matrix } from "@jacobian/core";

/** Square and tall, with repeated singular values too. */
export const samples = {
  polar: [
    [
      [2, 0.3, -0.4],
      [-0.5, 1.1, 0.2],
      [0.1, -0.6, 0.5],
    ],
    [
      [1.5, -0.2],
      [0.4, 0.7],
      [-0.9, 0.3],
    ],
    [
      [0, -1],
      [1, 0],
    ],
    [[-0.4], [0.8]],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
