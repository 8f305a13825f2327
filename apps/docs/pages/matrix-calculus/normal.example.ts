import { add, dot, gradient, inv, logAbsDet, matrix, solve, type MatrixValue } from "jacobian";

const y = Float64Array.of(2, 4);
const S = matrix([
  [2, 0],
  [0, 4],
]);
const energy = (S: MatrixValue) => add(logAbsDet(S).logAbsDet, dot(y, solve(S, y)));
gradient(energy)(S); // Matrix 2×2 [-0.5 -1] [-1 -0.75]

// The two terms by their own rules.
gradient((S: MatrixValue) => logAbsDet(S).logAbsDet)(S); // Matrix 2×2 [0.5 0] [0 0.25]
inv(S); // Matrix 2×2 [0.5 0] [0 0.25]
gradient((S: MatrixValue) => dot(y, solve(S, y)))(S); // Matrix 2×2 [-1 -1] [-1 -1]
