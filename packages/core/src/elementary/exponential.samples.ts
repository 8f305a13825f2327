import type { Samples } from "../samples.ts";

export const samples: Samples = {
  exp: [
    { inputs: [0] },
    { inputs: [0.7] },
    { inputs: [-1.3] },
    { inputs: [-30] },
    { inputs: [12] },
  ],
  expm1: [
    { inputs: [0] },
    { inputs: [1e-3] },
    { inputs: [0.7] },
    { inputs: [-1.3] },
    { inputs: [-30] },
    { inputs: [12] },
  ],
  exp2: [
    { inputs: [0] },
    { inputs: [3] },
    { inputs: [0.7] },
    { inputs: [-1.3] },
    { inputs: [12.5] },
  ],
};
