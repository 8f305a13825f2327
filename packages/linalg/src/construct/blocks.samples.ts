import { Matrix } from "@jacobian/core";

const A = Matrix.fromRows([
  [2, 0.5, -1],
  [-1, 1.5, 0.25],
]);
const B = Matrix.fromRows([[1], [0.3]]);

export const samples = {
  /** Row by row of two blocks each. */
  blockMatrix: [
    { inputs: [A, B, Matrix.fromRows([[0.1, 4, 3]]), Matrix.fromRows([[-2]])] },
    { inputs: [A, Float64Array.of(0.4, -1.2), Matrix.fromRows([[0.1, 4, 3]])] },
  ],
  blockDiagonal: [{ inputs: [A, B] }, { inputs: [B, new Matrix(0, 2), A] }],
};
