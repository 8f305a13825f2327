import { accumulate } from "./accumulate.ts";
import { substituteTriangle } from "./triangle.ts";
import { type View, beyond, flipped, rowsOf } from "./view.ts";

/** S = L·Lᵀ as far as it went. */
export interface CholeskyFactor {
  /** L, zeros above the diagonal, row by row. */
  readonly L: Float64Array;
  /** The first step whose pivot is not positive, −1 if there is none. */
  readonly failed: number;
  /** That pivot, −∞ if it left the range, as it may unless S is positive definite. */
  readonly pivot: number;
}

/** S = L·Lᵀ of the lower triangle of a symmetric matrix (Golub & Van Loan 2013, section 4.2). */
export const choleskyFactor = (s: Float64Array, n: number): CholeskyFactor => {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) L[i * n + j] = s[i * n + j]!;
  const failed = factor(rowsOf(L, n), n);
  const pivot = L[failed * (n + 1)] ?? NaN;
  clearAbove(L, n);
  return { L, failed, pivot: pivot <= 0 ? pivot : -Infinity };
};

/** Triangles up to this size are factored entry by entry. */
const leaf = 16;

/**
 * The lower triangle of S becomes L; gives the first step whose pivot is not positive, which stays on the
 * diagonal, or −1. By halves: L₂₁ = S₂₁·L₁₁⁻ᵀ, and S₂₂ − L₂₁·L₂₁ᵀ is what is left.
 */
const factor = (S: View, n: number): number => {
  if (n <= leaf) return factorDirectly(S, n);
  const half = 4 * Math.ceil(n / 8);
  const failed = factor(S, half);
  if (failed >= 0) return failed;
  const below = beyond(S, half, 0);
  const corner = beyond(S, half, half);
  substituteTriangle(S, half, flipped(below), n - half, true, false);
  subtractSquare(corner, below, n - half, half);
  const later = factor(corner, n - half);
  return later < 0 ? later : half + later;
};

/** Squares up to this size are subtracted whole, the upper triangle too, which nobody reads. */
const block = 32;

/** The lower triangle of C −= B·Bᵀ for B n×k. */
const subtractSquare = (C: View, B: View, n: number, k: number): void => {
  if (n <= block) {
    accumulate(C, B, flipped(B), n, k, n, -1);
    return;
  }
  const half = 4 * Math.ceil(n / 8);
  const lower = beyond(B, half, 0);
  subtractSquare(C, B, half, k);
  accumulate(beyond(C, half, 0), lower, flipped(B), n - half, k, half, -1);
  subtractSquare(beyond(C, half, half), lower, n - half, k);
};

const factorDirectly = ({ data, start, down }: View, n: number): number => {
  for (let j = 0; j < n; j++) {
    const row = start + j * down;
    let pivot = data[row + j]!;
    for (let k = 0; k < j; k++) pivot -= data[row + k]! * data[row + k]!;
    data[row + j] = pivot;
    if (!(pivot > 0)) return j;
    const root = Math.sqrt(pivot);
    data[row + j] = root;
    for (let i = j + 1; i < n; i++) {
      const below = start + i * down;
      let entry = data[below + j]!;
      for (let k = 0; k < j; k++) entry -= data[below + k]! * data[row + k]!;
      data[below + j] = entry / root;
    }
  }
  return -1;
};

const clearAbove = (L: Float64Array, n: number): void => {
  for (let i = 0; i < n; i++) L.fill(0, i * n + i + 1, (i + 1) * n);
};
