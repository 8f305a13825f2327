import { bernoulliCoefficients, factorialOverPower, polygamma } from "./polygamma.ts";

/** x⁻ᵐ − (x + b)⁻ᵐ for x, m > 0, b ≥ 0, where growth = log(1 + b/x): to the last digits however small b/x is. */
const gap = (m: number, x: number, growth: number): number => -(x ** -m) * Math.expm1(-m * growth);

/** (−1)ⁿ·(ψ⁽ⁿ⁾(x + b) − ψ⁽ⁿ⁾(x))/n! for x ≥ n + 8: the asymptotic series (DLMF 5.11.2, 5.15.8), term by term. */
function asymptotic(n: number, x: number, b: number): number {
  const growth = Math.log1p(b / x);
  const main = n === 0 ? growth : gap(n, x, growth) / n;
  const terms = bernoulliCoefficients(n).map((c, k) => c * gap(n + 2 * k + 2, x, growth));
  return main + (0.5 * gap(n + 1, x, growth) + terms.reduceRight((sum, term) => sum + term));
}

/**
 * ψ⁽ⁿ⁾(a + b) − ψ⁽ⁿ⁾(a) for whole n ≥ 0. For a > 0, b ≥ 0 to 1e-14 relative if n ≤ 10, however far
 * apart a and b are: no term is a difference of what nearly agrees, and all of Hurwitz's sum
 * n!·Σₖ (a + k)⁻ⁿ⁻¹ (DLMF 5.15.1) have one sign. Elsewhere as accurate as its two terms.
 */
export function polygammaDifference(n: number, a: number, b: number): number {
  if (!(a > 0 && b >= 0)) return polygamma(n, a + b) - polygamma(n, a);
  let sum = 0;
  let x = a;
  for (; x < n + 8; x += 1) sum += gap(n + 1, x, Math.log1p(b / x));
  return (-1) ** n * factorialOverPower(n, 1) * (sum + asymptotic(n, x, b));
}
