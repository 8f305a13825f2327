import type { Samples } from "../samples.ts";

export const samples: Samples = {
  erf: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [2.5] },
    { inputs: [1e-3] },
  ],
  erfc: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [2.5] },
    { inputs: [5] },
  ],
  erfinv: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-0.7] },
    { inputs: [0.9] },
    { inputs: [1e-3] },
  ],
};
