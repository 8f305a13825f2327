import { Matrix } from "@jacobian/core";

/** The m×n matrix of the entries that `entry` gives at (i, j). */
export const tabulated = (
  m: number,
  n: number,
  entry: (i: number, j: number) => number,
): Matrix => {
  const A = new Matrix(m, n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) A.data[i * n + j] = entry(i, j);
  }
  return A;
};
