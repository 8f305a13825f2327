import type { Factors } from "./factorize.ts";
import { substitute, substituteTransposed } from "./substitute.ts";

/**
 * 1/(‖A‖₁·‖A⁻¹‖₁), the reciprocal condition number: near 1 for a well-conditioned matrix, 0 for a
 * singular one. ‖A⁻¹‖₁ is estimated from below in O(n²), mostly exactly and hardly ever by less than
 * a third (Higham 1988, ACM TOMS 14, 381–396). It is that of A/unit, which is in range.
 */
export const reciprocalCondition = (a: Float64Array, factors: Factors): number => {
  const { n, packed } = factors;
  for (let i = 0; i < n; i++) if (packed[i * n + i] === 0) return 0;
  if (n === 0) return 1;
  const estimate = 1 / inverseNorm({ ...factors, unit: 1 }) / norm1(a, n, factors.unit);
  // An inverse that leaves the range of float64 is none to working precision.
  return Number.isNaN(estimate) ? 0 : estimate;
};

/** The largest sum of magnitudes in a column of A/unit. */
const norm1 = (a: Float64Array, n: number, unit: number): number => {
  const sums = new Float64Array(n);
  a.forEach((entry, k) => (sums[k % n]! += Math.abs(entry / unit)));
  return Math.max(...sums);
};

const total = (x: Float64Array): number => x.reduce((sum, entry) => sum + Math.abs(entry), 0);

/** ‖A⁻¹·x‖₁ climbs over the corners of the unit ball ‖x‖₁ ≤ 1 (Hager 1984), five steps at the most. */
const inverseNorm = (factors: Factors): number => {
  const { n } = factors;
  let x = new Float64Array(n).fill(1 / n);
  let y = substitute(factors, x, 1);
  let norm = total(y);
  for (let step = 0; step < 5; step++) {
    const slope = substituteTransposed(
      factors,
      y.map((entry) => (entry < 0 ? -1 : 1)),
    );
    const corner = slope.reduce(
      (best, s, j) => (Math.abs(s) > Math.abs(slope[best]!) ? j : best),
      0,
    );
    const reached = slope.reduce((sum, s, j) => sum + s * x[j]!, 0);
    if (Math.abs(slope[corner]!) <= reached) break;
    x = new Float64Array(n).fill(1, corner, corner + 1);
    y = substitute(factors, x, 1);
    if (total(y) <= norm) break;
    norm = total(y);
  }
  return Math.max(norm, safeguard(factors));
};

/** Higham's second look, with a vector of growing entries of alternating sign. */
const safeguard = (factors: Factors): number => {
  const { n } = factors;
  const x = Float64Array.from(
    { length: n },
    (_, i) => (i % 2 === 0 ? 1 : -1) * (1 + i / Math.max(n - 1, 1)),
  );
  return (2 * total(substitute(factors, x, 1))) / (3 * n);
};
