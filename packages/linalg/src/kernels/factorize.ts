import { accumulate } from "./accumulate.ts";
import { substituteTriangle } from "./triangle.ts";
import { beyond, rowsOf } from "./view.ts";

/** P·A = unit·L·U of a square matrix, L and U in one array. */
export interface Factors {
  readonly n: number;
  /** U on the diagonal and above it, L below it (the diagonal of L is 1), row by row. */
  readonly packed: Float64Array;
  /** Row i of P·A is row order[i] of A. */
  readonly order: Int32Array;
  /** det P */
  readonly sign: 1 | -1;
  /** A power of two, 1 unless A is near the ends of the range of float64. */
  readonly unit: number;
}

const unmoved = (n: number): Int32Array => {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
};

/**
 * Gaussian elimination with partial pivoting (Golub & Van Loan 2013, algorithm 3.4.1). It does not
 * stop at a column without a pivot: a zero stays on the diagonal of U.
 */
export const factorize = (a: Float64Array, n: number, unit = 1): Factors => {
  const packed = unit === 1 ? a.slice() : a.map((entry) => entry / unit);
  const order = unmoved(n);
  const swaps = eliminate(packed, n, order, 0, n);
  return { n, packed, order, sign: swaps % 2 === 0 ? 1 : -1, unit };
};

/** T = L·U of a triangular matrix, lower or upper, whose diagonal is all of U or that of U. */
export const factorizeTriangle = (t: Float64Array, n: number): Factors => {
  const packed = t.slice();
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) packed[i * n + j]! /= packed[j * n + j]!;
  }
  return { n, packed, order: unmoved(n), sign: 1, unit: 1 };
};

/** Columns up to this number are eliminated one by one. */
const leaf = 8;

/**
 * Eliminates the columns from ≤ k < to, whose rows above are done, and gives the number of swaps. By halves: what
 * the left one means to the right one is one product of matrices (Toledo 1997, SIAM J. Matrix Anal. 18, 1065–1081).
 */
const eliminate = (
  packed: Float64Array,
  n: number,
  order: Int32Array,
  from: number,
  to: number,
): number => {
  if (to - from <= leaf) return eliminateDirectly(packed, n, order, from, to);
  const half = 4 * Math.ceil((to - from) / 8);
  const middle = from + half;
  const left = eliminate(packed, n, order, from, middle);
  const A = beyond(rowsOf(packed, n), from, from);
  const right = beyond(A, 0, half);
  substituteTriangle(A, half, right, to - middle, true, true);
  accumulate(beyond(A, half, half), beyond(A, half, 0), right, n - middle, half, to - middle, -1);
  return left + eliminate(packed, n, order, middle, to);
};

/** Column by column: what the columns before leave of it, then its pivot (Golub & Van Loan 2013, algorithm 3.4.2). */
const eliminateDirectly = (
  packed: Float64Array,
  n: number,
  order: Int32Array,
  from: number,
  to: number,
): number => {
  let swaps = 0;
  for (let k = from; k < to; k++) {
    reduceColumn(packed, n, from, k);
    const p = pivotRow(packed, n, k);
    if (p !== k) {
      swapRows(packed, n, k, p);
      const row = order[k]!;
      order[k] = order[p]!;
      order[p] = row;
      swaps++;
    }
    const pivot = packed[k * n + k]!;
    if (pivot !== 0) for (let at = (k + 1) * n + k; at < n * n; at += n) packed[at]! /= pivot;
  }
  return swaps;
};

/** Column k from row `from` on, less L times what is above: a short row times a column each. */
const reduceColumn = (packed: Float64Array, n: number, from: number, k: number): void => {
  for (let i = from + 1; i < n; i++) {
    const row = i * n;
    const end = Math.min(i, k);
    let entry = packed[row + k]!;
    for (let p = from; p < end; p++) entry -= packed[row + p]! * packed[p * n + k]!;
    packed[row + k] = entry;
  }
};

/** The row from k on with the largest entry in column k. */
const pivotRow = (packed: Float64Array, n: number, k: number): number => {
  let best = k;
  let size = Math.abs(packed[k * n + k]!);
  for (let i = k + 1; i < n; i++) {
    const candidate = Math.abs(packed[i * n + k]!);
    if (candidate > size) {
      best = i;
      size = candidate;
    }
  }
  return best;
};

const swapRows = (packed: Float64Array, n: number, i: number, j: number): void => {
  for (let k = 0; k < n; k++) {
    const entry = packed[i * n + k]!;
    packed[i * n + k] = packed[j * n + k]!;
    packed[j * n + k] = entry;
  }
};
