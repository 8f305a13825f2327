import { Matrix } from "../matrix.ts";
import type { Samples } from "../samples.ts";

const vector = Float64Array.of(0.5, -1.25, 3);
const A = Matrix.fromRows([
  [1, -2, 0.5],
  [4, 0.25, -3],
]);

export const samples: Samples = {
  sum: [
    { inputs: [vector] },
    { inputs: [2.5] },
    { inputs: [new Float64Array(0)] },
    { inputs: [A] },
    { inputs: [A], statics: "rows" },
    { inputs: [A], statics: "columns" },
  ],
};
