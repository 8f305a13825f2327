import {
  add,
  gradient,
  hessian,
  hvp,
  jacobian,
  laplacian,
  mul,
  pow,
  type Scalars,
  sub,
} from "jacobian";

const f = ([x, y]: Scalars<2>) => sub(add(pow(x, 3), pow(y, 3)), mul(3, mul(x, y)));

gradient(f)([1, 1]); // [0, 0]
hessian(f)([1, 1]); // Matrix 2×2 [6 -3] [-3 6]
jacobian(gradient(f))([1, 1]); // Matrix 2×2 [6 -3] [-3 6]
hessian(f)([0, 0]); // Matrix 2×2 [0 -3] [-3 0]

// Its trace, and its product with a vector.
laplacian(f)([1, 1]); // 12
hvp(f)([1, 1], [1, 0]); // [6, -3]
