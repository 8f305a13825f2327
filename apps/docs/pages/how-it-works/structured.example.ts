import { dot, matrix, vjp, jvp, solve, type MatrixValue } from "jacobian";

const A = matrix([
  [2, 1],
  [0, 4],
]);
const b = Float64Array.of(4, 8);
const x = (M: MatrixValue) => solve(M, b);
x(A); // Float64Array(2) [1, 2]

// One operation, however many steps the elimination takes: Aẋ = −Ȧx.
const dA = matrix([
  [1, 0],
  [0, 0],
]);
const { tangent } = jvp(x)(A, dA);
tangent; // Float64Array(2) [-0.5, 0]

// Its transpose gives the adjoint: both products are the same number.
const w = Float64Array.of(1, 2);
const { cotangent } = vjp(x)(A, w);
dot(w, tangent); // -0.5
cotangent.at(0, 0); // -0.5
