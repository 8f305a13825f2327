import { abs, at, div, lstsq, matrix, max, mul, sqrt, sub, type Matrix } from "jacobian";
import { matmul, diagonalMatrix } from "jacobian";

// 1 + 2x, and one measurement is wrong.
const x = [0, 1, 2, 3, 4, 5, 6, 7];
const y = Float64Array.of(1, 3.1, 4.9, 7, 29, 11.1, 12.9, 15);
const J: Matrix = matrix(x.map((each) => [1, each]));
lstsq(J, y).map((each) => Math.round(100 * each) / 100); // Float64Array(2) [ 2.68, 2.23 ]

// Huber's loss with δ = 0.3: weights min(1, δ/|r|), again and again.
let p = lstsq(J, y);
for (let k = 0; k < 60; k++) {
  const r = sub(matmul(J, p), y);
  const root = sqrt(div(0.3, max(abs(r), 0.3)));
  p = lstsq(matmul(diagonalMatrix(root), J), mul(root, y));
}
p.map((each) => Math.round(100 * each) / 100); // Float64Array(2) [ 1.05, 2 ]
at(sub(y, matmul(J, p)), 4).toFixed(1); // "20.0"
