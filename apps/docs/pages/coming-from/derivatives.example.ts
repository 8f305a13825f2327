import { derivative, gradient, hessian, hvp, jacobian, jvp, mul, pullback } from "jacobian";
import { square, sin, valueAndGradient, vjp, type Scalars } from "jacobian";

const f = ([x, y]: Scalars<2>) => mul(square(x), y);
const F = ([x, y]: Scalars<2>) => [mul(x, y), square(y)] as const;

gradient(f)([2, 3]); // [ 12, 4 ]
valueAndGradient(f)([2, 3]); // { value: 12, gradient: [ 12, 4 ] }
derivative(sin)(0); // 1
jacobian(F)([2, 3]); // Matrix 2×2 [3 2] [0 6]
jacobian(F, { mode: "forward" })([2, 3]); // Matrix 2×2 [3 2] [0 6]
jacobian(F, { mode: "reverse" })([2, 3]); // Matrix 2×2 [3 2] [0 6]
jvp(F)([2, 3], [1, 0]); // { value: [ 6, 9 ], tangent: [ 3, 0 ] }
vjp(F)([2, 3], [1, 0]); // { value: [ 6, 9 ], cotangent: [ 3, 2 ] }
pullback(F)([2, 3]).pullback([0, 1]); // [ 0, 6 ]
hessian(f)([2, 3]); // Matrix 2×2 [6 4] [4 0]
hvp(f)([2, 3], [1, 0]); // [ 6, 4 ]
