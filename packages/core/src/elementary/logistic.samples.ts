import type { Samples } from "../samples.ts";

export const samples: Samples = {
  sigmoid: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [5] },
    { inputs: [-12] },
  ],
  logit: [
    { inputs: [0.5] },
    { inputs: [0.3] },
    { inputs: [0.05] },
    { inputs: [0.9] },
    { inputs: [0.7] },
  ],
  softplus: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [5] },
    { inputs: [-12] },
  ],
  logaddexp: [
    { inputs: [0, 0] },
    { inputs: [0.3, -1.7] },
    { inputs: [2, 2] },
    { inputs: [-4, 3] },
    { inputs: [5, 5.5] },
  ],
};
