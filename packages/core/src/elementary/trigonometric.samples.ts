import type { Samples } from "../samples.ts";

export const samples: Samples = {
  sin: [{ inputs: [0] }, { inputs: [0.4] }, { inputs: [-1.5] }, { inputs: [3] }, { inputs: [40] }],
  cos: [{ inputs: [0] }, { inputs: [0.4] }, { inputs: [-1.5] }, { inputs: [3] }, { inputs: [40] }],
  tan: [{ inputs: [0] }, { inputs: [0.4] }, { inputs: [-1.2] }, { inputs: [3] }, { inputs: [40] }],
  asin: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-0.7] },
    { inputs: [0.9] },
    { inputs: [1e-3] },
  ],
  acos: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-0.7] },
    { inputs: [0.9] },
    { inputs: [1e-3] },
  ],
  atan: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [40] },
    { inputs: [-1e3] },
  ],
  atan2: [
    { inputs: [0.3, 1.7] },
    { inputs: [2, -0.5] },
    { inputs: [-1, -3] },
    { inputs: [-1, 0] },
    { inputs: [1e-3, 2] },
  ],
  sinpi: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [3] },
    { inputs: [8.3] },
  ],
  cospi: [
    { inputs: [0] },
    { inputs: [0.4] },
    { inputs: [-1.5] },
    { inputs: [3] },
    { inputs: [8.3] },
  ],
};
