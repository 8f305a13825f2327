import { jvp, linearize, matmul, matrix, tanh, type Vector, vjp } from "jacobian";

const W = matrix([
  [1, 2, -1],
  [0, 1, 1],
]);
const f = (x: Vector) => tanh(matmul(W, x));

// W·x = 0 here, where tanh has slope 1: so J is W.
const x = Float64Array.of(3, -1, 1);

const v = Float64Array.of(1, 0, 2);
const w = Float64Array.of(1, 4);
jvp(f)(x, v).tangent; // Float64Array(2) [-1, 2]
vjp(f)(x, w).cotangent; // Float64Array(3) [1, 6, 3]

// One evaluation, and then as many products of either kind as you like.
const linear = linearize(f)(x);
linear.jvp(v); // Float64Array(2) [-1, 2]
linear.vjp(w); // Float64Array(3) [1, 6, 3]
