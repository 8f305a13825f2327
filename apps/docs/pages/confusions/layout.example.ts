import { dot, jacobian, matmul, matrix, type Vector } from "jacobian";

const A = matrix([
  [1, 2, 3],
  [4, 5, 6],
]);
const B = matrix([
  [1, 2],
  [0, 3],
]);

jacobian((x: Vector) => matmul(A, x))(Float64Array.of(7, 8, 9)); // Matrix 2×3 [1 2 3] [4 5 6]
jacobian((x: Vector) => dot(x, matmul(B, x)))(Float64Array.of(1, 1)); // Matrix 1×2 [4 8]
