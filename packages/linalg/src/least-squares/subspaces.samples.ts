import { Matrix } from "@jacobian/core";

const wide = [
  [
    [1.3, -0.4, 0.6, 2],
    [0.5, 1.2, -0.7, 0.1],
  ],
  [
    [0.2, 1.5, -1, 0.7],
    [-1, 0.4, 0.25, 1.2],
    [0.7, -0.3, 2, 0.1],
  ],
  [[-2, 1, 0.5]],
].map((rows) => Matrix.fromRows(rows));

const tall = [
  [
    [0.9, -1.2],
    [0.4, 0.7],
    [-0.3, 2],
    [1.1, 0.5],
  ],
  [[3], [-4]],
].map((rows) => Matrix.fromRows(rows));

/** Of full rank, which random directions keep. */
export const samples = {
  nullSpace: wide.map((A) => ({ inputs: [A], statics: A.rows })),
  columnSpace: tall.map((A) => ({ inputs: [A] })),
};
