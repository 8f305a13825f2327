import { Matrix, type Vector, add, tanh } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";

/** Weights and biases of a network with one hidden layer. */
export interface Network {
  readonly W1: Matrix;
  readonly b1: Float64Array;
  readonly W2: Matrix;
  readonly b2: Float64Array;
}

const weights = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => Math.sin(seed + 12.9898 * k) / 8);

/** A network with fixed weights that look like noise. */
export const network = (inputs: number, hidden: number, outputs: number): Network => ({
  W1: new Matrix(hidden, inputs, weights(hidden * inputs, 1)),
  b1: weights(hidden, 2),
  W2: new Matrix(outputs, hidden, weights(outputs * hidden, 3)),
  b2: weights(outputs, 4),
});

/** x ↦ W₂·tanh(W₁x + b₁) + b₂ */
export const forward =
  ({ W1, b1, W2, b2 }: Network) =>
  (x: Vector): Vector =>
    add(matmul(W2, tanh(add(matmul(W1, x), b1))), b2);

/** J = W₂·diag(tanh′)·W₁, with tanh′ = 1 − tanh² as one would write it by hand. */
export const networkByHand = ({ W1, b1, W2 }: Network, x: Float64Array): Float64Array => {
  const { rows: hidden, cols: inputs } = W1;
  const jacobian = new Float64Array(W2.rows * inputs);
  for (let k = 0; k < hidden; k++) {
    let z = b1[k]!;
    for (let j = 0; j < inputs; j++) z += W1.data[k * inputs + j]! * x[j]!;
    const slope = 1 - Math.tanh(z) ** 2;
    for (let i = 0; i < W2.rows; i++) {
      const w = W2.data[i * hidden + k]! * slope;
      for (let j = 0; j < inputs; j++) jacobian[i * inputs + j]! += w * W1.data[k * inputs + j]!;
    }
  }
  return jacobian;
};
