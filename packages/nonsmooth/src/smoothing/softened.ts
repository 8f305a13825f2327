import {
  type MatrixValue,
  type Scalar,
  type Value,
  type Vector,
  div,
  logaddexp,
  logsumexp,
  mul,
  neg,
  softplus,
} from "@jacobian/core";
import { checkedPositive } from "./checked.ts";

interface Softened {
  (x: number, mu: number): number;
  (x: Float64Array, mu: number): Float64Array;
  (x: Scalar, mu: number): Scalar;
  (x: Vector, mu: number): Vector;
  (x: MatrixValue, mu: number): MatrixValue;
  (x: Value, mu: number): Value;
}

interface Softened2 {
  (x: number, y: number, mu: number): number;
  (x: Scalar, y: Scalar, mu: number): Scalar;
  (x: Vector | Scalar, y: Vector | Scalar, mu: number): Vector;
  (x: Value, y: Value, mu: number): Value;
}

/**
 * μ·log(1 + e^(x/μ)), entry by entry, instead of relu: 0 ≤ smoothRelu(x, μ) − relu(x) ≤ μ·log 2, with the largest error at 0.
 * @throws DomainError unless μ is above 0.
 * @see Chen & Mangasarian, A class of smoothing functions for nonlinear and mixed complementarity problems, 1996
 * @example
 * smoothRelu(0, 0.5); // 0.34657359027997264
 */
// The overloads say that the result has the shape of x.
export const smoothRelu = ((x: Value, mu: number): Value => {
  const unit = checkedPositive("smoothRelu", "μ", mu);
  return mul(unit, softplus(div(x, unit)));
}) as Softened;

/**
 * μ·log(e^(x/μ) + e^(−x/μ)), entry by entry, instead of |x|: 0 ≤ smoothAbs(x, μ) − |x| ≤ μ·log 2, with the largest error at 0.
 * @throws DomainError unless μ is above 0.
 * @see Nesterov, Smooth minimization of non-smooth functions, 2005, section 4
 * @example
 * smoothAbs(0, 0.5); // 0.34657359027997264
 */
// The overloads say that the result has the shape of x.
export const smoothAbs = ((x: Value, mu: number): Value => {
  const unit = checkedPositive("smoothAbs", "μ", mu);
  const scaled = div(x, unit);
  return mul(unit, logaddexp(scaled, neg(scaled)));
}) as Softened;

/**
 * μ·log(e^(x/μ) + e^(y/μ)), entry by entry, instead of max: 0 ≤ smoothMax(x, y, μ) − max(x, y) ≤ μ·log 2, with the largest
 * error at a tie.
 * @throws DomainError unless μ is above 0.
 * @see Nesterov, Smooth minimization of non-smooth functions, 2005, section 4 (there with the factor 1/n within the logarithm, and so below)
 * @example
 * smoothMax(1, 1, 0.5); // 1.3465735902799727
 */
// The overloads say that the result has the shape of x and y.
export const smoothMax = ((x: Value, y: Value, mu: number): Value => {
  const unit = checkedPositive("smoothMax", "μ", mu);
  return mul(unit, logaddexp(div(x, unit), div(y, unit)));
}) as Softened2;

/**
 * μ·log Σ e^(xᵢ/μ) instead of the largest of n entries: 0 ≤ smoothAmax(x, μ) − amax(x) ≤ μ·log n, with the largest error where
 * all are equal.
 * @throws DomainError unless μ is above 0.
 * @see Nesterov, Smooth minimization of non-smooth functions, 2005, section 4 (there with the factor 1/n within the logarithm, and so below)
 * @example
 * smoothAmax(Float64Array.of(1, 1), 0.5); // 1.3465735902799727
 */
export const smoothAmax = (x: Vector | MatrixValue, mu: number): Scalar => {
  const unit = checkedPositive("smoothAmax", "μ", mu);
  return mul(unit, logsumexp(div(x, unit)));
};
