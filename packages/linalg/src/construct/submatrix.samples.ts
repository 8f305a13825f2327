import { Matrix } from "@jacobian/core";

const A = Matrix.fromRows([
  [2, 0.5, -1, 0.1],
  [-1, 1.5, 0.25, 4],
  [0.7, -0.6, 1.1, 3],
]);

export const samples = {
  submatrix: [
    { inputs: [A], statics: { rows: [1, 3], cols: [0, 2] } },
    { inputs: [A], statics: { rows: undefined, cols: [3, 4] } },
    { inputs: [A], statics: { rows: [2, 2], cols: undefined } },
  ],
};
