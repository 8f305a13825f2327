import { add, gradient, hessian, mul, square, structured, sub, sum, value } from "jacobian";
import { div, type Scalar, type Vector } from "jacobian";

/** Σxₖ² and Σxₖ in one operation. */
const moments = structured("moments", {
  value: ([x = 0]) => [value(sum(square(x))), value(sum(x))],
  shape: () => [[], []],
  pushforward: ([dx = 0], [x = 0]) => [mul(2, sum(mul(x, dx))), sum(dx)],
  // Left out, it is the transpose of the pushforward.
  pullback: ([q = 0, s = 0], [x = 0]) => [add(mul(mul(2, q), x), s)],
});
const variance = (x: Vector): Scalar => {
  const [q = 0, s = 0] = moments([x]);
  return sub(div(sum(q), x.length), square(div(sum(s), x.length)));
};
variance(Float64Array.of(1, 3)); // 1
gradient(variance)(Float64Array.of(1, 3)); // Float64Array(2) [-1, 1]
hessian(variance)(Float64Array.of(1, 3)); // Matrix 2×2 [0.5 -0.5] [-0.5 0.5]
