import { gradient, mul, square, sub, type Scalar } from "jacobian";

const loss = (slope: Scalar, x: Scalar, y: Scalar) => square(sub(mul(slope, x), y));

// By the slope, with the data (2, 7) as constants.
gradient(loss)(3, 2, 7); // -4

// By x: another function, another derivative.
gradient((x: Scalar) => loss(3, x, 7))(2); // -6

// By all three.
gradient(([a, x, y]) => loss(a, x, y))([3, 2, 7]); // [ -4, -6, 2 ]
