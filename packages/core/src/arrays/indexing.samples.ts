import { Matrix } from "../matrix.ts";
import type { Samples } from "../samples.ts";

const vector = Float64Array.of(0.5, -1.25, 3, 7);
const A = Matrix.fromRows([
  [1, -2, 0.5],
  [4, 0.25, -3],
]);

export const samples: Samples = {
  at: [
    { inputs: [vector], statics: [0] },
    { inputs: [vector], statics: [3] },
    { inputs: [A], statics: [1, 2] },
    { inputs: [A], statics: [0, 0] },
  ],
  row: [
    { inputs: [A], statics: 0 },
    { inputs: [A], statics: 1 },
  ],
  column: [
    { inputs: [A], statics: 0 },
    { inputs: [A], statics: 2 },
  ],
  slice: [
    { inputs: [vector], statics: [1, 3] },
    { inputs: [vector], statics: [0, 4] },
    { inputs: [vector], statics: [2, 2] },
  ],
  gather: [
    { inputs: [vector], statics: [3, 0] },
    { inputs: [vector], statics: [1, 1, 1] },
    { inputs: [vector], statics: [] },
  ],
  take: [
    { inputs: [vector], statics: { index: [3, 0, 3, 1], shape: [2, 2] } },
    { inputs: [A], statics: { index: [5, 0], shape: [2] } },
    { inputs: [A], statics: { index: [4], shape: [] } },
  ],
  scatter: [
    { inputs: [2.5], statics: { index: [1], shape: [3] } },
    { inputs: [Float64Array.of(1, -2, 0.5)], statics: { index: [3, 0, 3], shape: [5] } },
    { inputs: [Float64Array.of(1, -2)], statics: { index: [5, 0], shape: [2, 3] } },
    { inputs: [A], statics: { index: [0, 1, 2, 2, 1, 0], shape: [3] } },
  ],
};
