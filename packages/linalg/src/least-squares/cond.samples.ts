import { Matrix } from "@jacobian/core";

const square = Matrix.fromRows([
  [2, 0.3, -0.4],
  [-0.5, 1.1, 0.2],
  [0.1, -0.6, 0.5],
]);
const tall = Matrix.fromRows([
  [1.5, -0.2],
  [0.4, 0.7],
  [-0.9, 0.3],
]);

/** The kind is the last argument. */
export const samples = {
  cond: [
    ...[1, 2, Infinity, "fro", "nuclear"].map((kind) => ({ inputs: [square], statics: kind })),
    { inputs: [tall], statics: 2 },
  ],
};
