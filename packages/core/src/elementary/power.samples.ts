import type { Samples } from "../samples.ts";

export const samples: Samples = {
  pow: [
    { inputs: [1.3, 2.4] },
    { inputs: [0.4, -1.5] },
    { inputs: [2, 3] },
    { inputs: [5, 0.5] },
    { inputs: [1, 0] },
    { inputs: [0.05, 2] },
  ],
  sqrt: [
    { inputs: [1] },
    { inputs: [0.05] },
    { inputs: [0.7] },
    { inputs: [2.5] },
    { inputs: [1e3] },
  ],
  cbrt: [
    { inputs: [1] },
    { inputs: [-0.05] },
    { inputs: [0.7] },
    { inputs: [-2.5] },
    { inputs: [1e3] },
  ],
  hypot: [
    { inputs: [3, 4] },
    { inputs: [0.3, -1.7] },
    { inputs: [-2, 0] },
    { inputs: [0, 0.5] },
    { inputs: [0, 0], kind: "tie" },
  ],
};
