import type { Samples } from "../samples.ts";

const a = Float64Array.of(1, 2, 3);
const b = Float64Array.of(3, 2.5, -1);
const yes = Float64Array.of(10, 20, 30);

export const samples: Samples = {
  where: [
    { inputs: [1, 2, 3, 4], statics: "lt" },
    { inputs: [2, 1, 3, 4], statics: "lt" },
    { inputs: [1, 2, 3, 4], statics: "ge" },
    { inputs: [a, b, yes, 0.5], statics: "gt" },
    { inputs: [a, 2.5, 0.5, yes], statics: "le" },
    { inputs: [1, 1, 3, 4], statics: "le", kind: "jump" },
    { inputs: [1, 1, 3, 4], statics: "lt", kind: "jump" },
    { inputs: [1, 1, 3, 4], statics: "eq", kind: "jump" },
    { inputs: [1, 2, 3, 4], statics: "eq" },
  ],
};
