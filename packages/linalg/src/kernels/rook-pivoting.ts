/** P·S·Pᵀ = L·D·Lᵀ of a symmetric matrix, all row by row. */
export interface SymmetricFactors {
  /** Unit lower triangular, with a 0 below the diagonal inside each 2×2 block of D. */
  readonly L: Float64Array;
  /** Block diagonal, with blocks 1×1 and 2×2; the entries off the diagonal of a 2×2 block are not 0. */
  readonly D: Float64Array;
  /** Row and column i of P·S·Pᵀ are row and column order[i] of S. */
  readonly order: Int32Array;
}

/** (1 + √17)/8: it bounds the growth in one 2×2 step as that in two 1×1 steps. */
const share = (1 + /*#__PURE__*/ Math.sqrt(17)) / 8;

/**
 * Symmetric elimination with rook pivoting, also named bounded Bunch–Kaufman (Ashcraft, Grimes & Lewis
 * 1998, SIAM J. Matrix Anal. Appl. 20, 513–561), of the lower triangle of S. No entry of L exceeds 2.8. It
 * does not stop at a column of zeros: a 0 stays on the diagonal of D.
 */
export const symmetricFactors = (s: Float64Array, n: number): SymmetricFactors => {
  const a = s.slice();
  const D = new Float64Array(n * n);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let k = 0;
  while (k < n) {
    const [p, q] = pivots(a, n, k);
    exchange(a, n, order, k, p);
    if (q < 0) clearOne(a, n, D, k++);
    else {
      exchange(a, n, order, k + 1, q);
      clearTwo(a, n, D, k);
      k += 2;
    }
  }
  return { L: unitLower(a, n), D, order };
};

/** The row of a 1×1 pivot and −1, or the two rows of a 2×2 pivot, the first of which may be k. */
const pivots = (a: Float64Array, n: number, k: number): readonly [p: number, q: number] => {
  let p = k;
  let q = largestBeside(a, n, k, k);
  let off = q < 0 ? 0 : sizeAt(a, n, q, k);
  if (Math.abs(a[k * n + k]!) >= share * off) return [k, -1];
  // From entry to larger entry, along rows and columns in turn, to one that is largest in both.
  for (;;) {
    const next = largestBeside(a, n, k, q);
    const beside = sizeAt(a, n, q, next);
    if (Math.abs(a[q * n + q]!) >= share * beside) return [q, -1];
    if (next === p || beside <= off) return [p, q];
    [p, q, off] = [q, next, beside];
  }
};

/** |sᵢⱼ| from the lower triangle. */
const sizeAt = (a: Float64Array, n: number, i: number, j: number): number =>
  Math.abs(i > j ? a[i * n + j]! : a[j * n + i]!);

/** Where, from the k-th row on, the largest entry of column j beside the diagonal stands; −1 if nowhere. */
const largestBeside = (a: Float64Array, n: number, k: number, j: number): number => {
  let [best, place] = [-1, -1];
  for (let i = k; i < n; i++) {
    if (i === j) continue;
    const size = sizeAt(a, n, i, j);
    if (size > best) [best, place] = [size, i];
  }
  return place;
};

const swap = (a: Float64Array | Int32Array, i: number, j: number): void => {
  [a[i], a[j]] = [a[j]!, a[i]!];
};

/** Rows and columns i ≤ j of the lower triangle, and the multipliers to their left, change places. */
const exchange = (a: Float64Array, n: number, order: Int32Array, i: number, j: number): void => {
  if (i === j) return;
  swap(order, i, j);
  swap(a, i * n + i, j * n + j);
  for (let k = 0; k < i; k++) swap(a, i * n + k, j * n + k);
  for (let k = i + 1; k < j; k++) swap(a, k * n + i, j * n + k);
  for (let k = j + 1; k < n; k++) swap(a, k * n + i, k * n + j);
};

/** Subtracts l·wᵀ for the column w below the k-th diagonal entry and its multiple l = w/d, which stays. */
const clearOne = (a: Float64Array, n: number, D: Float64Array, k: number): void => {
  const d = a[k * n + k]!;
  D[k * n + k] = d;
  if (d === 0) return;
  const w = new Float64Array(n);
  for (let i = k + 1; i < n; i++) w[i] = a[i * n + k]!;
  for (let i = k + 1; i < n; i++) {
    const l = w[i]! / d;
    a[i * n + k] = l;
    if (l === 0) continue;
    for (let j = k + 1; j <= i; j++) a[i * n + j]! -= l * w[j]!;
  }
};

/**
 * The same for a 2×2 block [d b; b e] and two columns. All is divided by b, its largest entry, so that no
 * product leaves the range.
 */
const clearTwo = (a: Float64Array, n: number, D: Float64Array, k: number): void => {
  const [d, b, e] = [a[k * n + k]!, a[(k + 1) * n + k]!, a[(k + 1) * (n + 1)]!];
  [D[k * n + k], D[k * n + k + 1], D[(k + 1) * n + k], D[(k + 1) * (n + 1)]] = [d, b, b, e];
  a[(k + 1) * n + k] = 0;
  const t = 1 / ((d / b) * (e / b) - 1);
  const [v, w] = [new Float64Array(n), new Float64Array(n)];
  for (let i = k + 2; i < n; i++) [v[i], w[i]] = [a[i * n + k]!, a[i * n + k + 1]!];
  for (let i = k + 2; i < n; i++) {
    const left = t * ((e / b) * (v[i]! / b) - w[i]! / b);
    const right = t * ((d / b) * (w[i]! / b) - v[i]! / b);
    [a[i * n + k], a[i * n + k + 1]] = [left, right];
    for (let j = k + 2; j <= i; j++) a[i * n + j]! -= left * v[j]! + right * w[j]!;
  }
};

const unitLower = (a: Float64Array, n: number): Float64Array => {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    L.set(a.subarray(i * n, i * n + i), i * n);
    L[i * n + i] = 1;
  }
  return L;
};
