import type { Samples } from "../samples.ts";

export const samples: Samples = {
  abs: [{ inputs: [0.3] }, { inputs: [-2] }, { inputs: [40] }, { inputs: [0], kind: "tie" }],
  max: [
    { inputs: [0.3, -1.7] },
    { inputs: [-2, 5] },
    { inputs: [0, -1] },
    { inputs: [0.5, 0.5], kind: "tie" },
  ],
  min: [
    { inputs: [0.3, -1.7] },
    { inputs: [-2, 5] },
    { inputs: [0, -1] },
    { inputs: [0.5, 0.5], kind: "tie" },
  ],
  relu: [{ inputs: [0.3] }, { inputs: [-2] }, { inputs: [40] }, { inputs: [0], kind: "tie" }],
  leakyRelu: [
    { inputs: [0.3], statics: 0.1 },
    { inputs: [-2], statics: 0.1 },
    { inputs: [-2], statics: 0 },
    { inputs: [-3], statics: 2 },
    { inputs: [0], statics: 0.1, kind: "tie" },
  ],
  clamp: [
    { inputs: [0.4], statics: { low: 0, high: 1 } },
    { inputs: [-2], statics: { low: 0, high: 1 } },
    { inputs: [3], statics: { low: 0, high: 1 } },
    { inputs: [3], statics: { low: -Infinity, high: Infinity } },
    { inputs: [0], statics: { low: 0, high: 1 }, kind: "tie" },
    { inputs: [1], statics: { low: 0, high: 1 }, kind: "tie" },
  ],
};
