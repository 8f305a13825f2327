import { largestColumnSum } from "./column-sum.ts";
import type { Pade } from "./pade.ts";

/** log₂ of |c| for the first term c·x^(2m+1) of the backward error of [m/m]: c = 1/((2m over m)·(2m + 1)!). */
const leadingTerm = (m: number): number => {
  let log = 0;
  for (let j = 1; j <= m; j++) log += Math.log2(j / (m + j));
  for (let j = 2; j <= 2 * m + 1; j++) log -= Math.log2(j);
  return log;
};

/** ‖|A|ⁱ‖₁/‖A‖₁ⁱ for i = 0, …, p, which fall far below 1 where A is far from normal. */
const decay = (a: Float64Array, n: number, norm: number, p: number): readonly number[] => {
  let sums = new Float64Array(n).fill(1);
  const sizes = [1];
  while (sizes.length <= p) {
    const next = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const s = sums[i]! / norm;
      for (let j = 0; j < n; j++) next[j]! += s * Math.abs(a[i * n + j]!);
    }
    sums = next;
    sizes.push(Math.max(...sums));
  }
  return sizes;
};

/** k!·Σ sᵢ₀·sᵢ₁·…·sᵢₖ over i₀ + … + iₖ = q: the words of k directions among powers of these sizes. */
const words = (sizes: readonly number[], k: number, q: number): number => {
  let sums = sizes.slice(0, q + 1);
  for (let j = 1; j <= k; j++) {
    sums = sums.map((_, d) =>
      sums.slice(0, d + 1).reduce((t, x, i) => t + j * x * sizes[d - i]!, 0),
    );
  }
  return sums[q]!;
};

/**
 * How much more often A/2ʰ must be halved than the norms of powers of A tell.
 *
 * For rounding in the approximant to be small relative to A, not only to a norm of A that is far above its powers,
 * c·‖|A|^(2m+1)‖ ≤ 2⁻⁵³·‖A‖ (Al-Mohy & Higham 2009, SIAM J. Matrix Anal. Appl. 31, (5.1)).
 *
 * For k ≥ 2 directions Eⱼ, because the powers between them may all be low, and then nothing is said of them: by
 * docs/rules.md (12.6) the first term of the error is at most c·k!·Σ ‖|A|^i₀‖·…·‖|A|^iₖ‖ for ‖Eⱼ‖ = 1, where
 * i₀ + … + iₖ = 2m + 1 − k, and that should be at most 2⁻⁵³. If k > 2m no A is small enough. (Degree 13 serves all k
 * whose 2ᵏ parts fit into a memory.)
 */
export const further = (
  a: Float64Array,
  n: number,
  { degree: m, halvings }: Pade,
  k: number,
): number => {
  if (k > 2 * m) return Infinity;
  const norm = largestColumnSum(a, n);
  if (norm === 0) return 0;
  const sizes = decay(a, n, norm, 2 * m + 1);
  const more = (weight: number, q: number): number =>
    Math.ceil((leadingTerm(m) + Math.log2(weight) + 53) / q + Math.log2(norm) - halvings);
  const forRounding = more(sizes[2 * m + 1]!, 2 * m);
  if (k < 2) return Math.max(0, forRounding);
  const q = 2 * m + 1 - k;
  return Math.max(0, forRounding, more(words(sizes, k, q), q));
};
