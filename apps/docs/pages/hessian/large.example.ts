import { cos, hvp, mul, slice, square, sub, sum, type Vector } from "jacobian";

// A chain of 100 000 springs in a wavy potential.
const n = 100_000;
const energy = (x: Vector) =>
  sub(mul(0.5, sum(square(sub(slice(x, 1, n), slice(x, 0, n - 1))))), sum(cos(x)));

// Its Hessian has 10 000 000 000 entries. A product with it is a vector.
const v = new Float64Array(n);
v[1] = 1;
const Hv = hvp(energy)(new Float64Array(n), v);
Hv.slice(0, 4); // Float64Array(4) [-1, 3, -1, 0]
