import { add, gradient, jacobian, jvp, mul, square, type Scalars } from "jacobian";

const volume = ([x, y]: Scalars<2>) => mul(square(x), y);
const surface = ([x, y]: Scalars<2>) => add(mul(2, square(x)), mul(4, mul(x, y)));
const edges = ([x, y]: Scalars<2>) => add(mul(8, x), mul(4, y));
const box = (p: Scalars<2>) => [volume(p), surface(p), edges(p)];

jacobian(box)([1, 2]); // Matrix 3×2 [ 4 1] [12 4] [ 8 4]

// A row: the gradient of one output.
gradient(volume)([1, 2]); // [ 4, 1 ]

// A column: all outputs, as the base widens at speed 1.
jvp(box)([1, 2], [1, 0]).tangent; // [ 4, 12, 8 ]

// The whole: where a step goes.
jvp(box)([1, 2], [1, -4]).tangent; // [ 0, -4, -8 ]
