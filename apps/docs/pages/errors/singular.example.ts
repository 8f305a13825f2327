import { lstsq, matrix, solve } from "jacobian";

const A = matrix([
  [1, 2],
  [2, 4],
]);
solve(A, Float64Array.of(1, 2));
// throws SingularMatrixError: solve: expected an invertible matrix, got a 2×2 matrix of
// reciprocal condition number 0.0; look for rows or columns that depend on others or
// differ much in scale

// The shortest of the solutions.
lstsq(A, Float64Array.of(5, 10)); // Float64Array(2) [ 1, 2 ]
