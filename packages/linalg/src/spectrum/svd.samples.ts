import { Matrix } from "@jacobian/core";

/** Square, tall and wide, with values and directions well apart. */
const inputs = [
  [
    [2, 0.3, -0.4],
    [-0.5, 1.1, 0.2],
    [0.1, -0.6, 0.5],
  ],
  [
    [1.5, -0.2],
    [0.4, 0.7],
    [-0.9, 0.3],
    [0.2, 1.1],
  ],
  [
    [0.3, 1.2, -0.8],
    [2, -0.1, 0.6],
  ],
  [[-0.4], [0.8]],
  [[1.3]],
].map((rows) => ({ inputs: [Matrix.fromRows(rows)] }));

export const samples = { svd: inputs, singularValues: inputs };
