import { type Scalar, type Vector, build, mul, scalar, scan, sign, sub } from "@jacobian/core";
import { dot, fromRows, transposedTimes } from "@jacobian/linalg";

/**
 * ½·Σᵢ (sᵢ − Σⱼ xⱼ·tᵢʲ)²: how far a polynomial with the coefficients x is from the sign function at
 * n points of [−1, 1] (cmpad, llsq_obj).
 */
export const llsq = (x: Vector, n: number): Scalar => {
  const t = build(n, (i) => -1 + (2 * scalar(i)) / (n - 1));
  const ones = build(n, () => 1);
  const powers = scan<Float64Array>(x.length - 1, ones, (power) => mul(power, t));
  const residual = sub(sign(t), transposedTimes(fromRows([ones, ...powers]), x));
  return mul(0.5, dot(residual, residual));
};
