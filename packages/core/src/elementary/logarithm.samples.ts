import type { Samples } from "../samples.ts";

export const samples: Samples = {
  log: [
    { inputs: [1] },
    { inputs: [0.05] },
    { inputs: [0.7] },
    { inputs: [2.5] },
    { inputs: [1e3] },
  ],
  log1p: [
    { inputs: [0] },
    { inputs: [-0.9] },
    { inputs: [1e-3] },
    { inputs: [2.5] },
    { inputs: [1e3] },
  ],
  log2: [
    { inputs: [1] },
    { inputs: [0.05] },
    { inputs: [0.7] },
    { inputs: [8] },
    { inputs: [1e3] },
  ],
  log10: [
    { inputs: [1] },
    { inputs: [0.05] },
    { inputs: [0.7] },
    { inputs: [2.5] },
    { inputs: [1e3] },
  ],
  xlogy: [
    { inputs: [0.3, 1.7] },
    { inputs: [0, 2] },
    { inputs: [-2, 0.4] },
    { inputs: [3, 1] },
    { inputs: [1.5, 60] },
  ],
};
