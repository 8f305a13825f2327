import { jacobian, jvp, matmul, matrix, type MatrixValue } from "jacobian";

const power = (X: MatrixValue) => matmul(X, X);
const X = matrix([
  [1, 2],
  [0, 3],
]);

jacobian(power)(X); // Matrix 4×4 [2 0 2 0] [2 4 0 2] [0 0 4 0] [0 0 2 6]

// The map itself: X·E + E·X for E = (0 1; 0 0), the second column of the Jacobian.
const E = matrix([
  [0, 1],
  [0, 0],
]);
jvp(power)(X, E).tangent; // Matrix 2×2 [0 4] [0 0]
