import { beta } from "./beta.ts";
import { polygammaDifference } from "./polygamma-difference.ts";
import { polygamma } from "./polygamma.ts";

/**
 * ∂ⁿB/∂aⁿ for n ≥ 1. The derivatives of log B are κₖ₊₁ = ψ⁽ᵏ⁾(a) − ψ⁽ᵏ⁾(a + b), and mₙ = (∂ⁿB/∂aⁿ)/B
 * follows as moments do from cumulants: mₙ = Σₖ C(n − 1, k)·κₖ₊₁·mₙ₋₁₋ₖ, a sum of terms of one sign.
 */
function alongFirst(n: number, a: number, b: number): number {
  // B = 1/b − γ − ψ(a) + O(b)
  if (b === 0) return -polygamma(n, a);
  const moments = [1];
  for (let order = 1; order <= n; order++) {
    let sum = 0;
    let choose = 1;
    for (let k = 0; k < order; k++) {
      sum -= choose * polygammaDifference(k, a, b) * (moments[order - 1 - k] ?? NaN);
      choose *= (order - 1 - k) / (k + 1);
    }
    moments.push(sum);
  }
  return beta(a, b) * (moments[n] ?? NaN);
}

/** Σ f(kh), k = 0, 1, 2, … until the terms of a function that falls no longer count. */
function outward(f: (y: number) => number, h: number): number {
  let sum = 0;
  for (let y = 0, term = f(0); term > 1e-18 * sum; term = f((y += h))) sum += term;
  return sum;
}

/**
 * The integral for i, j ≥ 1, where no end is singular whatever a, b ≥ 0 are. With t = 1/(1 + e⁻ʸ) it is that of
 * log(t)ⁱ·log(1 − t)ʲ·tᵃ·(1 − t)ᵇ over the line, analytic and with one maximum near y = log((a + j)/(b + i)):
 * the trapezoidal rule, which converges exponentially (Trefethen & Weideman, SIAM Review 56, 2014).
 */
function mixed(i: number, j: number, a: number, b: number): number {
  const center = Math.log(a + j) - Math.log(b + i);
  const h = 0.25 * Math.min(1, Math.sqrt(1 / (a + j) + 1 / (b + i)));
  const f = (offset: number): number => {
    const y = center + offset;
    const rest = Math.log1p(Math.exp(-Math.abs(y)));
    const [left, right] = [rest + Math.max(-y, 0), rest + Math.max(y, 0)];
    return left ** i * right ** j * Math.exp(-a * left - b * right);
  };
  return (-1) ** (i + j) * h * (outward(f, h) + outward((y) => f(-y), h) - f(0));
}

/**
 * ∂ⁱ⁺ʲB/∂aⁱ∂bʲ = ∫₀¹ log(t)ⁱ·log(1 − t)ʲ·tᵃ⁻¹·(1 − t)ᵇ⁻¹ dt (DLMF 5.12.1) for a, b ≥ 0; NaN where B is, 0 where B is 0.
 * The mixed ones have an integral of their own: in B·(κκ′ − ψ′(a + b)) everything cancels for small a or b.
 */
export function betaDerivative(i: number, j: number, a: number, b: number): number {
  const value = beta(a, b);
  if (!(value > 0) || i + j === 0) return value;
  if (j === 0) return alongFirst(i, a, b);
  return i === 0 ? alongFirst(j, b, a) : mixed(i, j, a, b);
}
