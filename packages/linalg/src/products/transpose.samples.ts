import { Matrix } from "@jacobian/core";

export const samples = {
  transpose: [
    {
      inputs: [
        Matrix.fromRows([
          [1, -2, 0.5],
          [0.3, 0.7, 1.1],
        ]),
      ],
    },
    { inputs: [new Matrix(3, 0)] },
  ],
};
