import { Matrix } from "@jacobian/core";

/** Tall, square, wide, of one column and of one row; none of equal columns, between which pivoting would switch. */
const inputs = [
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
  [
    [2, 0, 0],
    [1, 3, 0],
    [-0.5, 0.7, 1.5],
  ],
  [[3], [-4]],
  [[-2, 1, 0.5]],
].map((rows) => ({ inputs: [Matrix.fromRows(rows)] }));

export const samples = { qr: inputs, qrPivoted: inputs };
