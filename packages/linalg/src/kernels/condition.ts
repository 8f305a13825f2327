import { largestColumnSum } from "./column-sum.ts";
import type { Factors } from "./factorize.ts";
import { substitute, substituteTransposed } from "./substitute.ts";

/**
 * 1/(‖A‖₁·‖A⁻¹‖₁), the reciprocal condition number: near 1 for a well-conditioned matrix, 0 for a
 * singular one. ‖A⁻¹‖₁ is estimated from below in O(n²), mostly exactly and hardly ever by less than
 * a third (Higham 1988, ACM TOMS 14, 381–396). It is that of A/unit, which is in range.
 */
export const reciprocalCondition = (a: Float64Array, factors: Factors): number => {
  const { n, packed, unit } = factors;
  for (let i = 0; i < n; i++) if (packed[i * n + i] === 0) return 0;
  if (n === 0) return 1;
  const estimate = 1 / inverseNorm({ ...factors, unit: 1 }) / largestColumnSum(a, n, unit);
  // An inverse that leaves the range of float64 is none to working precision.
  return Number.isNaN(estimate) ? 0 : estimate;
};

/**
 * Whether 1/(‖A‖₁·‖A⁻¹‖₁) is at least `least` beyond doubt: ‖A⁻¹‖₁ ≤ ‖M(L)⁻ᵀ·M(U)⁻ᵀ·e‖∞ for the comparison matrices M,
 * with the magnitudes of the diagonal and minus those of the rest (Higham 2002, 8.2). Half the work of one
 * substitution, and enough for most matrices of up to some dozen rows.
 */
export const surelyAbove = (least: number, a: Float64Array, factors: Factors): boolean => {
  const { n, packed, unit } = factors;
  const limit = 1 / (largestColumnSum(a, n, unit) * least);
  const x = new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    x[i]! /= Math.abs(packed[row + i]!);
    if (!(x[i]! <= limit)) return false;
    for (let j = i + 1; j < n; j++) x[j]! += Math.abs(packed[row + j]!) * x[i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n;
    if (!(x[i]! <= limit)) return false;
    for (let j = 0; j < i; j++) x[j]! += Math.abs(packed[row + j]!) * x[i]!;
  }
  return true;
};

const total = (x: Float64Array): number => {
  let sum = 0;
  for (const entry of x) sum += Math.abs(entry);
  return sum;
};

/** The first place of the largest magnitude. */
const peak = (x: Float64Array): number => {
  let best = 0;
  for (let i = 1; i < x.length; i++) if (Math.abs(x[i]!) > Math.abs(x[best]!)) best = i;
  return best;
};

/** ‖A⁻¹·x‖₁ climbs over the corners of the unit ball ‖x‖₁ ≤ 1 (Hager 1984), five steps at the most. */
const inverseNorm = (factors: Factors): number => {
  const { n } = factors;
  let x = new Float64Array(n).fill(1 / n);
  let y = substitute(factors, x, 1);
  let norm = total(y);
  for (let step = 0; step < 5; step++) {
    for (let i = 0; i < n; i++) y[i] = y[i]! < 0 ? -1 : 1;
    const slope = substituteTransposed(factors, y);
    const corner = peak(slope);
    let reached = 0;
    for (let i = 0; i < n; i++) reached += slope[i]! * x[i]!;
    if (Math.abs(slope[corner]!) <= reached) break;
    x = new Float64Array(n).fill(1, corner, corner + 1);
    y = substitute(factors, x, 1);
    const next = total(y);
    if (next <= norm) break;
    norm = next;
  }
  return Math.max(norm, safeguard(factors));
};

/** Higham's second look, with a vector of growing entries of alternating sign. */
const safeguard = (factors: Factors): number => {
  const { n } = factors;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) x[i] = (i % 2 === 0 ? 1 : -1) * (1 + i / Math.max(n - 1, 1));
  return (2 * total(substitute(factors, x, 1))) / (3 * n);
};
