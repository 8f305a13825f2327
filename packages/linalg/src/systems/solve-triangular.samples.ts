import { Matrix } from "@jacobian/core";

/** With both triangles full, one of which is not read. */
const T = Matrix.fromRows([
  [1.2, 0.5, -1],
  [-0.7, -1.4, 0.25],
  [0.3, 0.6, 2],
]);
const b = Float64Array.of(0.4, -1.2, 3);
const B = Matrix.fromRows([
  [1, -2],
  [0.3, 0.7],
  [-0.6, 1.1],
]);

export const samples = {
  solveTriangular: [
    { inputs: [T, b], statics: {} },
    { inputs: [T, B], statics: { lower: false } },
    { inputs: [T, B], statics: { transposed: true } },
    { inputs: [T, b], statics: { lower: false, transposed: true } },
    { inputs: [T, B], statics: { unitDiagonal: true } },
    { inputs: [T, b], statics: { lower: false, transposed: true, unitDiagonal: true } },
    { inputs: [Matrix.fromRows([[-4]]), Float64Array.of(2)], statics: {} },
  ],
};
