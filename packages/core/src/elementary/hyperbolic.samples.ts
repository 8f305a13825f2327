import type { Samples } from "../samples.ts";

export const samples: Samples = {
  sinh: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [1e-3] },
    { inputs: [9] },
  ],
  cosh: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [1e-3] },
    { inputs: [9] },
  ],
  tanh: [{ inputs: [0] }, { inputs: [0.4] }, { inputs: [-1.5] }, { inputs: [3] }, { inputs: [-6] }],
  asinh: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [40] },
    { inputs: [-1e3] },
  ],
  acosh: [
    { inputs: [1.2] },
    { inputs: [1.5] },
    { inputs: [2] },
    { inputs: [40] },
    { inputs: [1e3] },
  ],
  atanh: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-0.7] },
    { inputs: [0.9] },
    { inputs: [1e-3] },
  ],
};
