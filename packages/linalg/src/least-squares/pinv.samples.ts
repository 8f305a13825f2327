import { Matrix } from "@jacobian/core";

/** Of full rank, since a random direction leaves a lower rank: tall, square, wide, one column, one row. */
export const pinvInputs = [
  [
    [0.9, -1.2],
    [0.4, 0.7],
    [-0.3, 2],
    [1.1, 0.5],
  ],
  [
    [0.2, 1.5, -1],
    [-1, 0.4, 0.25],
    [0.7, -0.3, 2],
  ],
  [
    [1.3, -0.4, 0.6, 2],
    [0.5, 1.2, -0.7, 0.1],
  ],
  [[3], [-4]],
  [[-2, 1, 0.5]],
].map((rows) => Matrix.fromRows(rows));

export const samples = {
  pinv: pinvInputs.map((A) => ({ inputs: [A], statics: Math.min(A.rows, A.cols) })),
};
