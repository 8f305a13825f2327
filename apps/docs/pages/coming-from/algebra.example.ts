import { det, eigh, logAbsDet, lstsq, matmul, matrix, solve, svd, transpose } from "jacobian";

const A = matrix([
  [3, 0],
  [0, 2],
]);
const b = Float64Array.of(6, 4);
matmul(A, transpose(A)); // Matrix 2×2 [9 0] [0 4]
solve(A, b); // Float64Array(2) [ 2, 2 ]
lstsq(A, b); // Float64Array(2) [ 2, 2 ]
det(A); // 6
logAbsDet(A); // { sign: 1, logAbsDet: 1.791759469228055 }
eigh(A).values; // Float64Array(2) [ 2, 3 ]
const { U, s, V } = svd(A);
s; // Float64Array(2) [ 3, 2 ]
[U, V]; // [ Matrix 2×2 [ 1 0 ] [ 0 1 ], Matrix 2×2 [ 1 0 ] [ 0 1 ] ]
