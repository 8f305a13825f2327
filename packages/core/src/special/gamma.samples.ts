import type { Samples } from "../samples.ts";

export const samples: Samples = {
  lgamma: [
    { inputs: [0.5] },
    { inputs: [1] },
    { inputs: [2.7] },
    { inputs: [-0.4] },
    { inputs: [40] },
  ],
  digamma: [
    { inputs: [0.5] },
    { inputs: [1] },
    { inputs: [2.7] },
    { inputs: [-0.4] },
    { inputs: [40] },
  ],
  polygamma: [
    { inputs: [0.5], statics: 1 },
    { inputs: [2.7], statics: 0 },
    { inputs: [2.7], statics: 1 },
    { inputs: [2.7], statics: 2 },
    { inputs: [-0.4], statics: 1 },
    { inputs: [40], statics: 3 },
  ],
};
