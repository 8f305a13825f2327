import {
  derivative,
  exp,
  gradient,
  hessian,
  jacobian,
  laplacian,
  mixedPartials,
  mul,
  pow,
  type Scalar,
  type Scalars,
  sin,
} from "jacobian";

derivative(derivative(derivative((x: Scalar) => pow(x, 5))))(1); // 60

const f = ([x, y]: Scalars<2>) => mul(exp(x), sin(y));

// e^x·sin y is harmonic: its Laplacian is 0 everywhere, so the gradient of that is 0.
gradient(laplacian(f))([1, 2]); // [0, 0]

// All third derivatives of x³y: four rows for the entries of the Hessian.
const g = ([x, y]: Scalars<2>) => mul(pow(x, 3), y);
jacobian(hessian(g))([1, 2]); // Matrix 4×2 [12 6] [6 0] [6 0] [0 0]
mixedPartials(g, 3)([1, 2]).at(2, 1).toFixed(12); // "6.000000000000"
