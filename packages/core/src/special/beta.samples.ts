import type { Samples } from "../samples.ts";

export const samples: Samples = {
  beta: [
    { inputs: [1, 1] },
    { inputs: [0.5, 0.5] },
    { inputs: [2.3, 0.4] },
    { inputs: [3, 5] },
    { inputs: [0.2, 6] },
  ],
  lbeta: [
    { inputs: [1, 1] },
    { inputs: [0.5, 0.5] },
    { inputs: [2.3, 0.4] },
    { inputs: [3, 5] },
    { inputs: [40, 60] },
    { inputs: [500, 0.3] },
  ],
};
