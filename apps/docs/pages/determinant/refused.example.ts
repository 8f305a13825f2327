import { cos, determinant, logAbsDeterminant, mul, sin, volume, type Scalar } from "jacobian";

const circle = (t: Scalar) => [cos(t), sin(t)];
determinant(circle)(0);
// throws ShapeError: determinant: expected a square Jacobian, got a 2×1 matrix;
// its volume factor √det(JᵀJ) is volume(f)(x)
volume(circle)(0); // 1

volume(([x, y]) => mul(x, y))([1, 2]);
// throws ShapeError: volume: expected at least as many outputs as inputs,
// got a 1×2 matrix as Jacobian; a map to fewer dimensions has no volume factor

// Singular: the determinant is 0, and 0 has no logarithm.
determinant(([x, y]) => [mul(x, y), mul(x, y)])([1, 2]); // 0
logAbsDeterminant(([x, y]) => [mul(x, y), mul(x, y)])([1, 2]);
// throws SingularMatrixError: logAbsDet: expected an invertible matrix,
// got a 2×2 matrix of determinant 0; use det, which is 0 there
