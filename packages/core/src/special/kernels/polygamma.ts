import { cospi, sinpi } from "../../elementary/kernels/sinpi.ts";

/** The Bernoulli numbers B₂, B₄, … B₂₀. */
const BERNOULLI = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
  43867 / 798,
  -174611 / 330,
];

/** B₂ₖ·(2k + n − 1)!/((2k)!·n!), k = 1, 2, …: the series of Euler and Maclaurin (Abramowitz & Stegun 6.4.11). */
export function bernoulliCoefficients(n: number): number[] {
  let ratio = (n + 1) / 2;
  return BERNOULLI.map((b, k) => {
    const coefficient = b * ratio;
    const j = 2 * k + 2;
    ratio *= ((j + n) * (j + n + 1)) / ((j + 1) * (j + 2));
    return coefficient;
  });
}

const OF_DIGAMMA = /*#__PURE__*/ bernoulliCoefficients(0);

/** What the series adds to the integral, times xⁿ. */
function bernoulliTail(coefficients: readonly number[], x: number): number {
  const u = 1 / (x * x);
  return u * coefficients.reduceRight((sum, c) => sum * u + c);
}

/**
 * ψ(x) = Γ′(x)/Γ(x) for all real x. At the poles: ∓∞ at ±0 and NaN at −1, −2, …, where the sides disagree.
 * To 1e-14: relative, and absolute next to the zeros. Shift by ψ(x) = ψ(x + 1) − 1/x, then the asymptotic series
 * (Bernardo, Appl. Stat. 25, 1976, with more terms); reflection for negative x.
 */
export function digamma(x: number): number {
  if (x < 0) return digamma(1 - x) - (Math.PI * cospi(x)) / (sinpi(x) || NaN);
  let sum = 0;
  let t = x;
  for (; t < 7; t += 1) sum -= 1 / t;
  return sum + Math.log(t) - 0.5 / t - bernoulliTail(OF_DIGAMMA, t);
}

/** n!/xⁿ, never overflowing or underflowing on the way to a result that does not. */
export function factorialOverPower(n: number, x: number): number {
  let product = 1;
  let low = 1;
  for (let high = n; low <= high;) product *= (product < 1 ? high-- : low++) / x;
  return product;
}

/** n!·ζ(n + 1, x) for n ≥ 1, x > 0: the first terms of Hurwitz's sum, and Euler–Maclaurin for the rest. */
function hurwitz(n: number, x: number): number {
  if (x === Infinity) return 0;
  let sum = 0;
  let t = x;
  for (; t < n + 8; t += 1) sum += (x / t) ** (n + 1);
  const rest = (x / t) ** n * (1 / n + 0.5 / t + bernoulliTail(bernoulliCoefficients(n), t));
  return factorialOverPower(n, x) * (sum / x + rest);
}

/**
 * The n-th derivative of π·cot(πx) at cot(πx) = c, divided by n!, which the coefficients would outgrow:
 * polynomials in c, by c′ = −π(1 + c²). All their terms have one sign.
 */
function cotangentDerivative(n: number, c: number): number {
  let p = [0, Math.PI];
  for (let k = 1; k <= n; k++) {
    const slope = p.slice(1).map((a, j) => (-Math.PI * (j + 1) * a) / k);
    p = [0, 0, ...slope].map((a, j) => a + (slope[j] ?? 0));
  }
  return p.reduceRight((sum, a) => sum * c + a);
}

/**
 * ψ⁽ⁿ⁾(x), the n-th derivative of digamma, for integers n ≥ 0 and all real x. To 1e-14 for n ≤ 10 (relative, and absolute
 * next to zeros); the relative error grows like n·1e-16. At the poles 0, −1, −2, …: +∞ for odd n;
 * for even n the sides disagree: ∓∞ at ±0, NaN at the negative integers. Negative x need n ≤ 170.
 * By (−1)ⁿψ⁽ⁿ⁾(1 − x) − ψ⁽ⁿ⁾(x) = dⁿ/dxⁿ π·cot(πx) (Abramowitz & Stegun 6.4.7).
 */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  const sign = n % 2 === 0 ? -1 : 1;
  if (x === 0) return sign / (n % 2 === 0 ? x : 0);
  if (x > 0) return sign * hurwitz(n, x);
  if (Number.isInteger(x)) return n % 2 === 0 ? NaN : Infinity;
  return (
    -hurwitz(n, 1 - x) - factorialOverPower(n, 1) * cotangentDerivative(n, cospi(x) / sinpi(x))
  );
}
