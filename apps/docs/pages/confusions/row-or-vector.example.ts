import { gradient, jacobian, jvp, mul, square, type Scalars } from "jacobian";

const f = ([x, y]: Scalars<2>) => mul(square(x), y);

jacobian(f)([1, 2]); // Matrix 1×2 [4 1]
gradient(f)([1, 2]); // [ 4, 1 ]

// The row times a step is a change of f.
jvp(f)([1, 2], [1, -4]).tangent; // 0
