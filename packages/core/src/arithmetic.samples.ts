import type { Samples } from "./samples.ts";

export const samples: Samples = {
  add: [
    { inputs: [0.3, -1.7] },
    { inputs: [0, 0] },
    { inputs: [-2.5, 2.5] },
    { inputs: [1e8, 1.25] },
  ],
  sub: [
    { inputs: [0.3, -1.7] },
    { inputs: [0, 0] },
    { inputs: [2.5, 2.5] },
    { inputs: [1e8, 1.25] },
  ],
  mul: [
    { inputs: [0.3, -1.7] },
    { inputs: [0, 0] },
    { inputs: [0, 3] },
    { inputs: [-2.5, -4] },
    { inputs: [1e3, 0.02] },
  ],
  scale: [{ inputs: [0.3, -1.7] }, { inputs: [-2.5, -4] }, { inputs: [1e3, 0.02] }],
  div: [
    { inputs: [0.3, -1.7] },
    { inputs: [0, 3] },
    { inputs: [-2.5, -4] },
    { inputs: [1e3, 7] },
    { inputs: [2, 0.05] },
  ],
  neg: [{ inputs: [0.3] }, { inputs: [0] }, { inputs: [-2.5] }, { inputs: [1e3] }],
  square: [{ inputs: [0.3] }, { inputs: [0] }, { inputs: [-2.5] }, { inputs: [1e3] }],
  reciprocal: [{ inputs: [0.3] }, { inputs: [-0.05] }, { inputs: [-2.5] }, { inputs: [1e3] }],
};
