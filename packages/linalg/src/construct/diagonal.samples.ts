import { Matrix } from "@jacobian/core";

const wide = Matrix.fromRows([
  [2, 0.5, -1],
  [-1, 1.5, 0.25],
]);
const square = Matrix.fromRows([
  [1, -2],
  [0.3, 0.7],
]);

export const samples = {
  diagonal: [{ inputs: [wide] }, { inputs: [square] }],
  diagonalMatrix: [{ inputs: [Float64Array.of(0.4, -1.2, 3)] }],
  trace: [{ inputs: [square] }],
};
