import { sinpi } from "../../elementary/kernels/sinpi.ts";
import { polynomial } from "./polynomial.ts";

/** ½·log 2π. */
export const HALF_LOG_TWO_PI = 0.9189385332046728;

// The tables of both rational functions are computed by tooling/agreement/reference/coefficients.py.

/** log Γ(1 + r)/(r(r − 1)) = P/Q for r in [0, 1]: the zeros at both ends are divided out. */
const BETWEEN_P = [
  1.55415376789338e-5, 0.004057824720597832, 0.07919319903026166, 0.4881110979652391,
  1.256904785558402, 1.4168440382730385, 0.5772156649015329,
];
const BETWEEN_Q = [
  0.0011776347614992106, 0.0396795494899782, 0.3884668373817348, 1.600338546605783,
  3.1317117280829274, 2.8795050236191093, 1,
];

/** x·binet(x) = P/Q in 1/x², for x ≥ 3. */
const BINET_P = [
  0.047949044061082816, 0.7401533079759969, 1.4475495319750598, 0.6998240164053198,
  0.08333333333333326,
];
const BINET_Q = [0.7707173798157785, 9.39675554873276, 17.642111292169787, 8.431221530195907, 1];

/** log Γ(1 + r) for r in [0, 1], relative to the value even next to its zeros at 0 and 1. */
export function logGammaOnePlus(r: number): number {
  return 0 - (r * (1 - r) * polynomial(BETWEEN_P, r)) / polynomial(BETWEEN_Q, r);
}

/** (x − ½)·log x − x + ½·log 2π: Stirling's approximation of log Γ. */
const stirling = (x: number): number => (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5);

/** Binet's function log Γ(x) − stirling(x) = 1/(12x) − 1/(360x³) + … for x > 0. */
export function binet(x: number): number {
  if (x < 3) return lgamma(x) - stirling(x);
  const u = 1 / (x * x);
  return polynomial(BINET_P, u) / polynomial(BINET_Q, u) / x;
}

/** Below 1: Γ(x) = Γ(1 + r) / (x(x + 1)…r), r = x mod 1. The factors x + k, negative, are exact. */
function stepUp(x: number): number {
  let r = x;
  let product = 1;
  for (; r < 0; r += 1) product *= r;
  return logGammaOnePlus(r) - Math.log(Math.abs(product * r));
}

/** For negative x: Γ(x)Γ(−x) = −π/(x·sin πx). */
const reflected = (x: number): number => Math.log(Math.PI / Math.abs(x * sinpi(x))) - lgamma(-x);

/**
 * log|Γ(x)| for all real x; +∞ at the poles 0, −1, −2, … and at ±∞.
 * To 1e-14: relative, next to the zeros 1 and 2 too, and absolute next to the zeros among negative x.
 */
export function lgamma(x: number): number {
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x === -Infinity) return Infinity;
  if (x < -20) return reflected(x);
  if (x < 1) return stepUp(x);
  if (x < 2) return logGammaOnePlus(x - 1);
  if (x < 3) return logGammaOnePlus(x - 2) + Math.log(x - 1);
  return stirling(x) + binet(x);
}
