import { Matrix } from "@jacobian/core";

export const samples = {
  inv: [
    {
      inputs: [
        Matrix.fromRows([
          [0.2, 1.5, -1],
          [-1, 0.4, 0.25],
          [0.7, -0.3, 2],
        ]),
      ],
    },
    { inputs: [Matrix.fromRows([[-4]])] },
  ],
};
