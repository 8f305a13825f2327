import { add, jacobian, matmul, matrix, type MatrixValue, type Vector } from "jacobian";

// One layer: 4 entries of W, row by row, then 2 of b. The data x is a constant.
const layer = ({ W, b }: { W: MatrixValue; b: Vector }, x: Float64Array) => add(matmul(W, x), b);

const W = matrix([
  [1, 0],
  [0, 1],
]);
const b = Float64Array.of(0, 0);
const x = Float64Array.of(3, 5);

layer({ W, b }, x); // Float64Array(2) [ 3, 5 ]
jacobian(layer)({ W, b }, x); // Matrix 2×6 [3 5 0 0 1 0] [0 0 3 5 0 1]
jacobian(({ b, W }: { b: Vector; W: MatrixValue }) => layer({ W, b }, x))({ b, W });
// Matrix 2×6 [1 0 3 5 0 0] [0 1 0 0 3 5]
