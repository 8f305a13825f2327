import { add, derivative, square, value, type Scalar } from "jacobian";

const f = (x: Scalar) => add(square(x), 1);
const g = (y: Scalar) => square(y);

// (x² + 1)² at 2: by the whole, by the rule, and by the mistake.
derivative((x: Scalar) => g(f(x)))(2); // 40
derivative(g)(value(f(2))) * derivative(f)(2); // 40
derivative(g)(2) * derivative(f)(2); // 16
