import { checkpoint, clamp, customVjp, detectAnomaly, exp, gradient, mul } from "jacobian";
import { square, stopGradient, unary, where, type Scalar } from "jacobian";

gradient((x: Scalar) => mul(x, stopGradient(x)))(3); // 3
gradient((x: Scalar) => where("gt", x, 0, square(x), 0))(3); // 6

// A derivative of one's own: clipped on the way back, or for a primitive.
const clip = customVjp(
  (x: Scalar): Scalar => x,
  (bar) => clamp(bar, -1, 1),
);
gradient((x: Scalar) => mul(100, clip(x)))(3); // 1
const grow = unary("grow", { value: Math.exp, partial: (x) => exp(x) });
gradient((x: Scalar) => grow(x))(0); // 1

gradient(checkpoint((x: Scalar): Scalar => square(square(x))))(1); // 4
gradient(detectAnomaly((x: Scalar) => square(x)))(3); // 6
