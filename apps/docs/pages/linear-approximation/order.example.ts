import { abs, cos, mul, pow, square, taylorTest, unary } from "jacobian";
import type { Scalar, Scalars } from "jacobian";

const f = ([x, y]: Scalars<2>) => mul(square(x), y);
taylorTest(f)([1, 3], [1, 1]).order.toFixed(2); // "2.00"

// Somebody's sine, whose derivative is wrong by one per cent.
const sine = unary("sine", { value: Math.sin, partial: (x) => mul(1.01, cos(x)) });
taylorTest((x: Scalar) => sine(x))(0.5, 1).order.toFixed(2); // "1.00"

// No derivative at 0; a derivative, but no second one.
taylorTest((x: Scalar) => abs(x))(0, 1).order.toFixed(2); // "1.00"
taylorTest((x: Scalar) => pow(abs(x), 1.5))(0, 1).order.toFixed(2); // "1.50"

// A linear function is its own approximation: nothing is left.
taylorTest((x: Scalar) => mul(3, x))(2, 1).exact; // true
