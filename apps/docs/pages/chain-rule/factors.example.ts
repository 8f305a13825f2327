import { compose, cos, jacobian, mul, sin, square, sub, type Scalars } from "jacobian";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const complexSquare = ([x, y]: Scalars<2>) => [sub(square(x), square(y)), mul(2, mul(x, y))];

const chain = compose(polar, complexSquare).factors([1, 0]);
chain.jacobians[0]; // Matrix 2×2 [1 0] [0 1]
chain.jacobians[1]; // Matrix 2×2 [2 0] [0 2]
chain.product(); // Matrix 2×2 [2 0] [0 2]

// The derivative of the composition, by another road: as one function.
jacobian((x: Scalars<2>) => complexSquare(polar(x)))([1, 0]); // Matrix 2×2 [2 0] [0 2]
