import { add, customVjp, exp, gradient, log, mul, sigmoid, type Scalar } from "jacobian";

// log(1 + eˣ) overflows at 1000; its derivative is 1/∞·∞, and an exact zero annihilates.
const naive = (x: Scalar): Scalar => log(add(1, exp(x)));
gradient(naive)(1000); // 0

// The derivative is σ(x), stated so that it does not. The function itself stays as it is.
const stated = customVjp(naive, (bar: Scalar, x: Scalar): Scalar => mul(bar, sigmoid(x)));
gradient((x: Scalar) => stated(x))(1000); // 1
gradient((x: Scalar) => stated(x))(0); // 0.5

// The pullback is made of primitives: it is differentiated again.
gradient((x: Scalar) => gradient((y: Scalar) => stated(y))(x))(0); // 0.25
