import { jacobian, jvp, mul, square, vjp, type Scalars } from "jacobian";

const f = ([x, y]: Scalars<2>) => [mul(x, y), square(y), x];
jacobian(f)([2, 3]); // Matrix 3×2 [3 2] [0 6] [1 0]

const v = [1, 10] as const;
const w = [1, 10, 100];
jvp(f)([2, 3], v).tangent; // [ 23, 60, 1 ]
vjp(f)([2, 3], w).cotangent; // [ 103, 62 ]

// One number by two roads.
1 * 23 + 10 * 60 + 100 * 1; // 723
103 * 1 + 62 * 10; // 723
