import { Matrix } from "@jacobian/core";

export const samples = {
  symmetricPart: [
    [
      [1, 2, -0.5],
      [0.3, -1, 4],
      [2, 2, 0.1],
    ],
    [],
  ].map((rows) => ({ inputs: [Matrix.fromRows(rows)] })),
};
