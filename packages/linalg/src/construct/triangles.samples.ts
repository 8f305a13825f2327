import { Matrix } from "@jacobian/core";

const wide = Matrix.fromRows([
  [2, 0.5, -1],
  [-1, 1.5, 0.25],
]);
const tall = Matrix.fromRows([
  [1, -2],
  [0.3, 0.7],
  [-0.6, 1.1],
]);

export const samples = {
  lowerTriangle: [
    { inputs: [wide], statics: 0 },
    { inputs: [tall], statics: -1 },
    { inputs: [wide], statics: 1 },
  ],
  upperTriangle: [
    { inputs: [tall], statics: 0 },
    { inputs: [wide], statics: 1 },
    { inputs: [tall], statics: -1 },
  ],
};
