import { add, cos, derivative, gradient, jacobian, mul, sin, square, volume } from "jacobian";
import type { Scalar, Scalars } from "jacobian";

const helix = (t: Scalar) => [cos(t), sin(t), t] as const;
const f = ([x, y, z]: Scalars<3>) => add(mul(x, y), square(z));

jacobian(helix)(0); // Matrix 3×1 [0] [1] [1]
derivative(helix)(0); // [ 0, 1, 1 ]
volume(helix)(0); // 1.4142135623730951

jacobian(f)([1, 0, 0]); // Matrix 1×3 [0 1 0]
gradient(f)([1, 0, 0]); // [ 0, 1, 0 ]

// Row times column is a number; column times row a matrix.
jacobian((t: Scalar) => f(helix(t)))(0); // Matrix 1×1 [1]
jacobian((p: Scalars<3>) => helix(f(p)))([1, 0, 0]); // Matrix 3×3 [0 0 0] [0 1 0] [0 1 0]
