import { explain, type Explanation, Matrix, matmul, tanh, type Vector } from "jacobian";

const hidden = 8;

/** Costs do not depend on the weights. */
const weights = (rows: number, cols: number): Matrix =>
  new Matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, (_, k) => Math.sin(k)),
  );

/** What the Jacobian of a small network costs, x ↦ W₂·tanh(W₁x), from n inputs to m outputs. */
export const costOfNetwork = (n: number, m: number): Explanation => {
  const [first, second] = [weights(hidden, n), weights(m, hidden)];
  return explain((x: Vector) => matmul(second, tanh(matmul(first, x))))(new Float64Array(n));
};
