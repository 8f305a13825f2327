import { derivative, exp, linearize, square, type Scalar } from "jacobian";

const near = linearize((x: Scalar) => square(x))(1);
near.remainder(2 ** -20) === 2 ** -40; // true
near.remainder(2 ** -30); // 0

// A quotient of differences keeps half of the digits; 2.718281828459045 is right.
(Math.exp(1 + 1e-8) - Math.exp(1)) / 1e-8; // 2.7182818218562943
derivative((x: Scalar) => exp(x))(1); // 2.718281828459045
