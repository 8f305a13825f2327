import { add, div, gradient, mul, square, valueAndGradient, type Scalars } from "jacobian";

const g = ([x, y]: Scalars<2>) => div(mul(square(x), y), add(square(x), square(y)));

// On the axes it is 0; on the diagonal it rises with slope 1/2, however near to the origin.
g([0.001, 0]); // 0
g([0, 0.001]); // 0
g([2 ** -20, 2 ** -20]) === 2 ** -21; // true

// The value says that the formula means nothing here.
valueAndGradient(g)([0, 0]); // { value: NaN, gradient: [ 0, 0 ] }

// Near the origin the gradient does not settle: it depends on where one comes from.
gradient(g)([0.001, 0]); // [ 0, 1 ]
gradient(g)([0, 0.001]); // [ 0, 0 ]
