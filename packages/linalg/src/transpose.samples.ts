// Samples are data of the tests: nothing that is published imports them, so no bundler drops them.
/* eslint-disable workspace/pure-calls */
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
