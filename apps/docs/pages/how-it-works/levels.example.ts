import { add, derivative, gradient, mul, square, type Scalar } from "jacobian";

// x·d/dy(x + y) is x·1. Its derivative is 1; an engine that takes one ε for the other says 2.
const nested = (x: Scalar) => mul(x, derivative((y: Scalar) => add(x, y))(1));
derivative(nested)(1); // 1

// The inner derivative holds x for a constant, the outer one does not.
const f = (x: Scalar) => derivative((y: Scalar) => mul(square(x), square(y)))(x);
f(2); // 16
derivative(f)(2); // 24

// In any mix of modes: the dual numbers here are made of nodes of the tape, or the other way.
gradient(f)(2); // 24
const g = (x: Scalar) => gradient((y: Scalar) => mul(square(x), square(y)))(x);
derivative(g)(2); // 24
