import { cos, determinant, gradient, jacobian, jvp, mul, sin, square } from "jacobian";
import type { Scalars } from "jacobian";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

polar([2, 0]); // [ 2, 0 ]
jacobian(polar)([2, 0]); // Matrix 2×2 [1 0] [0 2]
determinant(polar)([2, 0]); // 2
jvp(polar)([2, 0], [0, 1]); // { value: [ 2, 0 ], tangent: [ 0, 2 ] }

gradient(([x, y]) => mul(square(x), y))([1, 3]); // [ 6, 1 ]
