import { derivative, mul, reciprocal, sqrt, tanh, where, type Scalar } from "jacobian";

// The slope of tanh at ∞ is 0, and annihilates the −∞ of 1/x at 0.
derivative((x: Scalar) => tanh(reciprocal(x)))(0); // 0
derivative((x: Scalar) => mul(0, sqrt(x)))(0); // 0

// √x is not selected, so its infinite derivative is not there.
derivative((x: Scalar) => where("gt", x, 0, sqrt(x), 0))(0); // 0
derivative(sqrt)(0); // Infinity
