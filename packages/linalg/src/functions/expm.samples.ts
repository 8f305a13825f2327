import { Matrix } from "@jacobian/core";

const general = Matrix.fromRows([
  [0.2, 1.5, -1],
  [-1, 0.4, 0.25],
  [0.7, -0.3, -2],
]);
const [along, across] = [
  Matrix.fromRows([
    [1, -0.4, 0.3],
    [0.2, 0.5, -1.1],
    [-0.6, 0.8, 0.1],
  ]),
  Matrix.fromRows([
    [-0.3, 0.9, 0.2],
    [1.2, -0.7, 0.4],
    [0.5, 0.1, -0.8],
  ]),
];
const defective = Matrix.fromRows([
  [-0.5, 1],
  [0, -0.5],
]);

/** The exponential, and its derivatives along one and two directions: the same rule. */
export const samples = {
  expm: [
    { inputs: [general] },
    {
      inputs: [
        Matrix.fromRows([
          [0, -2],
          [2, 0],
        ]),
      ],
    },
    { inputs: [defective] },
    { inputs: [Matrix.fromRows([[-1.5]])] },
    { inputs: [general, along] },
    { inputs: [general, along, across] },
  ],
};
