/** A = Q·T·Qᵀ with T symmetric tridiagonal and Q = Hₙ₋₁·…·H₁, Hᵢ = I − τᵢ·uᵢ·uᵢᵀ. */
export interface Tridiagonal {
  readonly n: number;
  readonly diagonal: Float64Array;
  /** Entry i stands beside the diagonal in row i + 1; the last entry is 0. */
  readonly beside: Float64Array;
  /** uᵢ stands in the first i entries of row i; its last one is 1. */
  readonly reflectors: Float64Array;
  /** τᵢ, 0 where Hᵢ = I. */
  readonly factors: Float64Array;
}

/**
 * Householder reduction from the last row up, in the lower triangle (the upper one is never read). The
 * symmetric update A − u·qᵀ − q·uᵀ of one step and the product A·w of the next are one pass over the
 * rows (Dongarra, Hammarling & Sorensen 1989, section 4). Overwrites `a`, which becomes `reflectors`.
 */
export const tridiagonalize = (a: Float64Array, n: number): Tridiagonal => {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const factors = new Float64Array(n);
  // Of u and q of one step and w and p of the next, only entries that were set are read.
  let u = new Float64Array(n);
  let q = new Float64Array(n);
  let w = new Float64Array(n);
  let p = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n;
    const ui = u[i]!;
    const qi = q[i]!;
    for (let k = 0; k <= i; k++) a[row + k]! -= ui * q[k]! + qi * u[k]!;
    diagonal[i] = a[row + i]!;
    if (i === 0) break;
    const tau = reflect(a, row, i);
    factors[i] = tau;
    beside[i - 1] = a[row + i - 1]!;
    a[row + i - 1] = 1;
    for (let k = 0; k < i; k++) w[k] = tau === 0 ? 0 : a[row + k]!;
    updateAndMultiply(a, n, i, u, q, w, p);
    correct(p, w, i, tau);
    const spare = [u, q] as const;
    u = w;
    q = p;
    [w, p] = spare;
  }
  return { n, diagonal, beside, reflectors: a, factors };
};

/**
 * Turns the `length` entries x from `start` on into (u₀, …, μ), where H·x = μ·e for H = I − τ·u·uᵀ with
 * u = (u₀, …, 1) and e the last unit vector, and gives τ; 0 if x is such a multiple itself.
 */
export const reflect = (x: Float64Array, start: number, length: number): number => {
  const last = start + length - 1;
  let squares = 0;
  for (let k = start; k < last; k++) squares += x[k]! * x[k]!;
  if (squares < tiny) return reflectTiny(x, start, length);
  return finishReflection(x, start, last, squares);
};

/** Below this a sum of squares may have lost digits to underflow. */
const tiny = 2 ** -900;

const reflectTiny = (x: Float64Array, start: number, length: number): number => {
  const last = start + length - 1;
  let top = 0;
  for (let k = start; k < last; k++) top = Math.max(top, Math.abs(x[k]!));
  if (top === 0) return 0;
  // The entries are below 2⁻⁴⁵⁰; where the last one is far larger, they vanish beside it.
  if (Math.abs(x[last]!) > 2 ** 200 * top) {
    x.fill(0, start, last);
    return 0;
  }
  const unit = 2 ** Math.floor(Math.log2(top));
  let squares = 0;
  for (let k = start; k <= last; k++) x[k] = x[k]! / unit;
  for (let k = start; k < last; k++) squares += x[k]! * x[k]!;
  const factor = finishReflection(x, start, last, squares);
  x[last]! *= unit;
  return factor;
};

const finishReflection = (
  x: Float64Array,
  start: number,
  last: number,
  squares: number,
): number => {
  const alpha = x[last]!;
  const norm = Math.sqrt(alpha * alpha + squares);
  const mu = alpha > 0 ? -norm : norm;
  const pivot = alpha - mu;
  for (let k = start; k < last; k++) x[k]! /= pivot;
  x[last] = mu;
  return -pivot / mu;
};

/** A −= u·qᵀ + q·uᵀ and p = A·w for the leading i×i part of A, by its lower triangle. */
const updateAndMultiply = (
  a: Float64Array,
  n: number,
  i: number,
  u: Float64Array,
  q: Float64Array,
  w: Float64Array,
  p: Float64Array,
): void => {
  const odd = i % 2;
  if (odd === 1) {
    a[0]! -= 2 * u[0]! * q[0]!;
    p[0] = a[0]! * w[0]!;
  }
  for (let j = odd; j < i; j += 2) twoRows(a, n, j, u, q, w, p);
};

/** That for the rows j and j + 1: sets two entries of p, and adds to those before. */
const twoRows = (
  a: Float64Array,
  n: number,
  j: number,
  u: Float64Array,
  q: Float64Array,
  w: Float64Array,
  p: Float64Array,
): void => {
  const top = j * n;
  const low = top + n;
  const ut = u[j]!;
  const ul = u[j + 1]!;
  const qt = q[j]!;
  const ql = q[j + 1]!;
  const wt = w[j]!;
  const wl = w[j + 1]!;
  let st = 0;
  let sl = 0;
  for (let k = 0; k < j; k++) {
    const uk = u[k]!;
    const qk = q[k]!;
    const wk = w[k]!;
    const x = a[top + k]! - (ut * qk + qt * uk);
    const y = a[low + k]! - (ul * qk + ql * uk);
    a[top + k] = x;
    a[low + k] = y;
    st += x * wk;
    sl += y * wk;
    p[k]! += x * wt + y * wl;
  }
  const first = (a[top + j]! -= 2 * ut * qt);
  const cross = (a[low + j]! -= ul * qt + ql * ut);
  const second = (a[low + j + 1]! -= 2 * ul * ql);
  p[j] = st + first * wt + cross * wl;
  p[j + 1] = sl + cross * wt + second * wl;
};

/** q = τ·p − (τ²·pᵀu/2)·u, so that H·A·H = A − u·qᵀ − q·uᵀ. */
const correct = (p: Float64Array, u: Float64Array, i: number, tau: number): void => {
  let inner = 0;
  for (let k = 0; k < i; k++) inner += p[k]! * u[k]!;
  const shift = (tau * tau * inner) / 2;
  for (let k = 0; k < i; k++) p[k] = tau * p[k]! - shift * u[k]!;
};
