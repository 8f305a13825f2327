import { Matrix } from "@jacobian/core";

const A = Matrix.fromRows([
  [2, 0.5, -1],
  [-1, 1.5, 0.25],
]);
const B = Matrix.fromRows([
  [1, -2],
  [0.3, 0.7],
]);

export const samples = {
  hstack: [
    { inputs: [A, Float64Array.of(0.4, -1.2), B] },
    { inputs: [Float64Array.of(0.4, -1.2), new Matrix(2, 0)] },
  ],
  vstack: [{ inputs: [B, Float64Array.of(0.4, -1.2)] }, { inputs: [A, A, new Matrix(0, 3)] }],
};
