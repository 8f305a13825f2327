import { Matrix } from "@jacobian/core";

const A = Matrix.fromRows([
  [2, 0.5, -1],
  [-1, 1.5, 0.25],
]);
const B = Matrix.fromRows([
  [1, -2],
  [0.3, 0.7],
  [-0.6, 1.1],
]);
const x = Float64Array.of(0.4, -1.2, 3);
const y = Float64Array.of(0.5, 3);

export const samples = {
  matmul: [
    { inputs: [A, B] },
    { inputs: [B, A] },
    { inputs: [A, x] },
    { inputs: [new Matrix(2, 0), new Matrix(0, 3)] },
  ],
  timesTransposed: [
    { inputs: [A, Matrix.fromRows([[1, -2, 0.5]])] },
    { inputs: [B, B] },
    { inputs: [x, y] },
    { inputs: [new Matrix(2, 0), new Matrix(3, 0)] },
  ],
  transposedTimes: [
    { inputs: [A, Matrix.fromRows([[1], [-2]])] },
    { inputs: [B, B] },
    { inputs: [A, y] },
    { inputs: [new Matrix(0, 2), new Matrix(0, 3)] },
  ],
};
