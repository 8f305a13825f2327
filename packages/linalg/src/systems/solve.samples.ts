import { Matrix } from "@jacobian/core";

const A = Matrix.fromRows([
  [0.2, 1.5, -1],
  [-1, 0.4, 0.25],
  [0.7, -0.3, 2],
]);

export const samples = {
  solve: [
    { inputs: [A, Float64Array.of(0.4, -1.2, 3)] },
    {
      inputs: [
        A,
        Matrix.fromRows([
          [1, -2],
          [0.3, 0.7],
          [-0.6, 1.1],
        ]),
      ],
    },
    { inputs: [Matrix.fromRows([[-4]]), Float64Array.of(2)] },
    // Aᵀ·x = b
    { inputs: [A, Float64Array.of(0.4, -1.2, 3)], statics: true },
    {
      inputs: [
        A,
        Matrix.fromRows([
          [1, -2],
          [0.3, 0.7],
          [-0.6, 1.1],
        ]),
      ],
      statics: true,
    },
  ],
};
