import { binet, HALF_LOG_TWO_PI, logGammaOnePlus } from "./lgamma.ts";
import { residual } from "./residual.ts";

/** log(a/(a + b)); the quotient itself may underflow. */
const logShare = (a: number, b: number): number =>
  a > b ? -Math.log1p(b / a) : Math.log(a) - Math.log(b) - Math.log1p(a / b);

/**
 * log B(a, b) for a, b > 0; +∞ where one of them is 0, −∞ where one is ∞, NaN for negative
 * arguments and for (0, ∞). To 1e-14: relative, and absolute next to the curve B = 1.
 *
 * Stirling's main terms are combined by hand, so that large arguments do not cancel: with s = a + b
 * and Binet's function Δ, log B = ½·log 2π + a·log(a/s) + b·log(b/s) + ½·log(s/(ab)) + Δ(a) + Δ(b) − Δ(s)
 * (DiDonato & Morris, ACM TOMS 18, 1992, section 4).
 */
export function lbeta(a: number, b: number): number {
  if (a > b) return lbeta(b, a);
  if (!(a > 0 && b < Infinity)) return atEdge(a, b);
  const main = (a - 0.5) * logShare(a, b) + b * logShare(b, a) - 0.5 * Math.log(b);
  return main + HALF_LOG_TWO_PI + (binet(a) + binet(b) - binet(a + b));
}

/** The limits of log B for a ≤ b, where they exist. */
function atEdge(a: number, b: number): number {
  if (a > 0 && b === Infinity) return -Infinity;
  return a === 0 && b < Infinity ? Infinity : NaN;
}

/**
 * (a/s)^a with s = a + b. The quotient q is rounded, and a power as high as a would magnify that:
 * the factor exp(a − q·s) makes up for it to first order, with s and the product exact.
 */
function sharePower(a: number, b: number): number {
  const s = a + b;
  const q = a / s;
  if (q < 2 ** -1000) return a ** a / s ** a;
  const lost = a < b ? a - (s - b) : b - (s - a);
  return q ** a * Math.exp(residual(a, q, s) - q * lost);
}

/** The part of Stirling's form that varies slowly: log Γ(x) = log weight(x) + x·log x − x + ½·log 2π + slow(x). */
const slow = (x: number): number =>
  x < 1 ? logGammaOnePlus(x) + x - x * Math.log(x) - HALF_LOG_TWO_PI : binet(x);

const weight = (x: number): number => (x < 1 ? 1 / x : 1 / Math.sqrt(x));

/**
 * B(a, b) = Γ(a)Γ(b)/Γ(a + b) for a, b > 0, to 1e-14 relative; at the edges of the domain the exponential of lbeta.
 * The formula is that of lbeta; the exponential of lbeta itself would lose three digits at 1e-300.
 */
export function beta(a: number, b: number): number {
  const log = lbeta(a, b);
  if (!(Math.abs(log) < 745)) return Math.exp(log);
  const s = a + b;
  const exponent = HALF_LOG_TWO_PI + slow(a) + slow(b) - slow(s);
  const factor = (weight(a) / weight(s)) * Math.exp(exponent) * weight(b);
  return factor * sharePower(a, b) * sharePower(b, a);
}
