import { Matrix } from "../matrix.ts";
import type { Samples } from "../samples.ts";

const vector = Float64Array.of(0.5, -1.25);
const A = Matrix.fromRows([
  [1, -2],
  [4, 0.25],
]);

export const samples: Samples = {
  stack: [
    { inputs: [1.5, -2], statics: [2] },
    { inputs: [vector, 3, vector], statics: [5] },
    { inputs: [vector, vector, vector], statics: [3, 2] },
    { inputs: [A, vector, 7, -7], statics: [2, 4] },
    { inputs: [3], statics: [] },
  ],
  unstack: [
    { inputs: [vector], statics: [[], []] },
    { inputs: [Float64Array.of(1, 2, 3, 4, 5)], statics: [[2], [], [2]] },
    { inputs: [A], statics: [[2], [1, 2]] },
    { inputs: [A], statics: [[4]] },
  ],
};
