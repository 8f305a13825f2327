import { div, exp, gradient, hessian, mul, neg, solve, square, sub } from "jacobian";
import { sum, type Scalars } from "jacobian";

const x = Float64Array.from([
  77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760,
]);
const y = Float64Array.from([
  10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
]);
// In units in which both parameters are near 1: 100·u and v/1000.
const F = ([u, v]: Scalars<2>) =>
  sum(square(sub(mul(mul(100, u), sub(1, exp(neg(mul(div(v, 1000), x))))), y)));

let p: readonly [number, number] = [2.4, 0.55];
for (let k = 0; k < 12; k++) {
  const [s1 = 0, s2 = 0] = solve(hessian(F)(p), Float64Array.from(gradient(F)(p)));
  p = [p[0] - s1, p[1] - s2];
}
(100 * p[0]).toPrecision(10); // "238.9421292"
(p[1] / 1000).toPrecision(10); // "0.0005501564318"
gradient(F)(p).every((each) => Math.abs(each) < 1e-8); // true
