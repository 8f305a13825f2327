import { Matrix } from "@jacobian/core";

/** Not symmetric: what counts is (A + Aᵀ)/2. */
const A = Matrix.fromRows([
  [2.1, 0.7, -0.9],
  [-0.1, 1.6, 0.4],
  [0.3, 0.2, 1.3],
]);

export const samples = {
  solvePositiveDefinite: [
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
    { inputs: [Matrix.fromRows([[4]]), Float64Array.of(2)] },
  ],
};
