import { Matrix } from "../matrix.ts";
import type { Samples } from "../samples.ts";

const vector = Float64Array.of(0.5, -1.25, 3);
const tied = Float64Array.of(2, -1, 2, -1);
const A = Matrix.fromRows([
  [1, -2, 0.5],
  [4, 0.25, -3],
]);
const tiedRow = Matrix.fromRows([
  [1, 1, 0.5],
  [-3, 0.25, -3],
]);

const smooth = [
  { inputs: [vector] },
  { inputs: [Float64Array.of(-4)] },
  { inputs: [A] },
  { inputs: [A], statics: "rows" },
  { inputs: [A], statics: "columns" },
] as const;

export const samples: Samples = {
  amax: [
    ...smooth,
    { inputs: [tied], kind: "tie" },
    { inputs: [tiedRow], statics: "rows", kind: "tie" },
  ],
  amin: [
    ...smooth,
    { inputs: [tied], kind: "tie" },
    { inputs: [tiedRow], statics: "rows", kind: "tie" },
  ],
  logsumexp: [...smooth, { inputs: [Float64Array.of(700, 710)] }, { inputs: [tied] }],
  norm2: [
    ...smooth,
    { inputs: [Float64Array.of(3, 0, 4)] },
    { inputs: [new Float64Array(3)], kind: "tie" },
  ],
};
