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

export const samples = {
  matmul: [
    { inputs: [A, B] },
    { inputs: [B, A] },
    { inputs: [A, x] },
    { inputs: [new Matrix(2, 0), new Matrix(0, 3)] },
  ],
  outer: [{ inputs: [x, Float64Array.of(0.5, 3)] }, { inputs: [x, x] }],
  dot: [{ inputs: [x, Float64Array.of(0.5, 3, -4)] }, { inputs: [x, x] }],
};
