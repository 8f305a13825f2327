import { gradient, matmul, matrix, mul, outer, square, sub, sum, tanh, transpose } from "jacobian";
import type { MatrixValue } from "jacobian";

const x = Float64Array.of(1, -1);
const target = Float64Array.of(0.5);
const W1 = matrix([
  [0.5, -0.5],
  [1, 2],
]);
const W2 = matrix([[1, -1]]);

// Forward: every value is kept.
const z = matmul(W1, x);
const a = tanh(z);
const e = sub(matmul(W2, a), target);

// Backward by hand, from the error to the first layer.
const aBar = matmul(transpose(W2), e);
const zBar = mul(aBar, sub(1, square(a)));
outer(e, a); // Matrix 1×2 [0.779254 -0.779254]
outer(zBar, x); // Matrix 2×2 [0.429713 -0.429713] [-0.429713 0.429713]

// By the tape: the same rules, found by itself.
interface Weights {
  readonly W1: MatrixValue;
  readonly W2: MatrixValue;
}
const loss = ({ W1, W2 }: Weights) =>
  mul(0.5, sum(square(sub(matmul(W2, tanh(matmul(W1, x))), target))));
const bars = gradient(loss)({ W1, W2 });
bars.W2; // Matrix 1×2 [0.779254 -0.779254]
bars.W1; // Matrix 2×2 [0.429713 -0.429713] [-0.429713 0.429713]
