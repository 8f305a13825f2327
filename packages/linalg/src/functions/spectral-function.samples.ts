import { Matrix, type Scalar, add, exp, reciprocal, sin, square, tanh } from "@jacobian/core";

const symmetric = Matrix.fromRows([
  [2, 0.4, -0.3],
  [0.4, -1, 0.5],
  [-0.3, 0.5, 0.6],
]);
const general = Matrix.fromRows([
  [1, 2, 0.3],
  [-0.5, 0.2, 1.1],
  [0.7, -0.4, -1.5],
]);
const repeated = Matrix.fromRows([
  [1.5, 0, 0],
  [0, 1.5, 0],
  [0, 0, -0.5],
]);
const direction = Matrix.fromRows([
  [1, -0.4, 0.3],
  [0.2, 0.5, -1.1],
  [-0.6, 0.8, 0.1],
]);
const bell = (x: Scalar): Scalar => reciprocal(add(1, square(x)));

/** Distinct and repeated eigenvalues, and the derivative along a direction: the same rule. */
export const samples = {
  spectralFunction: [
    { inputs: [symmetric], statics: exp },
    { inputs: [general], statics: bell },
    { inputs: [repeated], statics: tanh },
    { inputs: [repeated, direction], statics: sin },
    { inputs: [general, direction, symmetric], statics: bell },
    { inputs: [Matrix.fromRows([[-0.7]])], statics: tanh },
  ],
};
