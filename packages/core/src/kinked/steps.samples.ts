import type { Samples } from "../samples.ts";

export const samples: Samples = {
  floor: [{ inputs: [0.3] }, { inputs: [-2.7] }, { inputs: [8.5] }, { inputs: [2], kind: "jump" }],
  ceil: [{ inputs: [0.3] }, { inputs: [-2.7] }, { inputs: [8.5] }, { inputs: [2], kind: "jump" }],
  round: [{ inputs: [0.3] }, { inputs: [-2.7] }, { inputs: [8] }, { inputs: [2.5], kind: "jump" }],
  trunc: [
    { inputs: [0.3] },
    { inputs: [0] },
    { inputs: [-2.7] },
    { inputs: [8.5] },
    { inputs: [-2], kind: "jump" },
  ],
  sign: [{ inputs: [0.3] }, { inputs: [-2.7] }, { inputs: [0], kind: "jump" }],
  step: [{ inputs: [0.3] }, { inputs: [-2.7] }, { inputs: [0], kind: "jump" }],
  stopGradient: [{ inputs: [0.3] }, { inputs: [0] }, { inputs: [-2.7] }],
  mod: [
    { inputs: [5.3, 2] },
    { inputs: [-5.3, 2] },
    { inputs: [5.3, -2] },
    { inputs: [0.3, 2] },
    { inputs: [4, 2], kind: "jump" },
    { inputs: [0, 2], kind: "jump" },
  ],
};
