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
  kron: [
    { inputs: [A, B] },
    { inputs: [B, A] },
    { inputs: [Float64Array.of(0.4, -1.2, 3), Float64Array.of(0.5, 3)] },
    { inputs: [B, new Matrix(0, 2)] },
  ],
};
