import { derivative, gradient, mul, square, unary, type Scalar } from "jacobian";

// The value on numbers, the derivative in primitives.
const cube = unary("cube", { value: (x) => x ** 3, partial: (x) => mul(3, square(x)) });
cube(2); // 8

// The rule travels with the function. An engine asks it: ẏ = 3x²·ẋ, with ẋ = 1.
cube.rule.name; // "cube"
cube.rule.tangent(1, 2, 8, undefined); // 12

// Both modes know cube, though neither has heard of it before.
derivative((x: Scalar) => cube(x))(2); // 12
gradient((x: Scalar) => cube(x))(2); // 12

// The partial derivative is made of primitives, so it has derivatives too: 6x, then 6.
const second = derivative((x: Scalar) => derivative((y: Scalar) => cube(y))(x));
second(2); // 12
derivative(second)(2); // 6
