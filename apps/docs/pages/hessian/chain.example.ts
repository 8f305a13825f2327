import {
  add,
  hessian,
  jacobian,
  matmul,
  mul,
  type Scalars,
  square,
  sub,
  transpose,
} from "jacobian";

// Residuals that bend, and the sum of their squares.
const r = ([a, b]: Scalars<2>) => [sub(mul(a, b), 2), sub(a, 3)] as const;
const loss = (p: Scalars<2>) => {
  const [r1, r2] = r(p);
  return mul(0.5, add(square(r1), square(r2)));
};

// The Gauss-Newton matrix, and the Hessian: the difference is r1 times the Hessian of a·b.
const J = jacobian(r)([1, 1]);
matmul(transpose(J), J); // Matrix 2×2 [2 1] [1 1]
hessian(loss)([1, 1]); // Matrix 2×2 [2 0] [0 1]
