import { compose, matmul, matrix, sigmoid, type Vector } from "jacobian";

const W1 = matrix([
  [1, -2],
  [0.5, 1],
  [2, 1],
]);
const W2 = matrix([[1, 1, -1]]);

const first = (x: Vector) => matmul(W1, x);
const activation = (z: Vector) => sigmoid(z);
const second = (a: Vector) => matmul(W2, a);

const chain = compose(first, activation, second).factors(Float64Array.of(2, 1));
chain.jacobians[1]; // Matrix 3×3 [0.25 0 0] [0 0.104994 0] [0 0 0.00664806]
chain.product(); // Matrix 1×2 [0.289201 -0.401654]
chain.bracketing; // "(J3·J2)·J1"
chain.multiplications; // { forward: 24, reverse: 15, optimal: 15 }
