/** σ(x) = 1/(1 + e⁻ˣ). Only e^−|x| is formed, so nothing overflows and the left tail keeps its digits. */
export function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return (x < 0 ? e : 1) / (1 + e);
}

/**
 * σ⁻¹(p) = log(p/(1 − p)); NaN outside [0, 1], ∓∞ at its ends.
 * Near ½ the quotient is near 1 and its logarithm would lose digits; there it is 2·atanh(2p − 1),
 * whose argument is exact for p in [¼, 1].
 */
export function logit(p: number): number {
  if (p > 0.25 && p < 0.75) return 2 * Math.atanh(2 * p - 1);
  return Math.log(p / (1 - p));
}

/** log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|): neither overflow to the right nor loss to the left. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * log(eˣ + eʸ) = max + log(1 + e^−|x−y|). Equal infinities are their own sum (∞ − ∞ is never formed).
 * Within 4 ulp of the larger of |max| and the result: the error is absolute on the curve eˣ + eʸ = 1.
 */
export function logaddexp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
}
