import { derivative, div, eq, sin, type Scalar } from "jacobian";

const wrong = (x: Scalar): Scalar => (x === 0 ? 1 : div(sin(x), x));
wrong(0); // 1
derivative(wrong)(0); // NaN

const right = (x: Scalar): Scalar => (eq(x, 0) ? 1 : div(sin(x), x));
right(0); // 1
derivative(right)(0); // 0
