import { Matrix } from "@jacobian/core";

const x = Float64Array.of(0.5, -1.2, 0.3, 2);

/** Sums of rows, of columns and singular values are well apart, and no entry is near 0. */
const matrices = [
  [
    [2, 0.3, -0.4],
    [-0.5, 1.1, 0.2],
    [0.1, -0.6, 0.5],
  ],
  [
    [1.5, -0.2],
    [0.4, 0.7],
    [-0.9, 0.3],
  ],
  [
    [0.3, 1.2, -0.8],
    [2, -0.1, 0.6],
  ],
].map((rows) => Matrix.fromRows(rows));

/** The kind is the last argument. */
export const samples = {
  norm: [
    ...[1, 2, Infinity].map((kind) => ({ inputs: [x], statics: kind })),
    ...matrices.flatMap((A) =>
      [1, 2, Infinity, "fro", "nuclear"].map((kind) => ({ inputs: [A], statics: kind })),
    ),
  ],
};
