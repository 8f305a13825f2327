import type { Samples } from "../samples.ts";

export const samples: Samples = {
  broadcast: [
    { inputs: [2.5], statics: { shape: [3] } },
    { inputs: [2.5], statics: { shape: [2, 3] } },
    { inputs: [2.5], statics: { shape: [0] } },
    { inputs: [Float64Array.of(1, -2)], statics: { shape: [2, 3], axis: "rows" } },
    { inputs: [Float64Array.of(1, -2, 0.5)], statics: { shape: [2, 3], axis: "columns" } },
  ],
};
