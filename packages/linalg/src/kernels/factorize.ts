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

/**
 * Gaussian elimination with partial pivoting (Golub & Van Loan 2013, algorithm 3.4.1). It does not
 * stop at a column without a pivot: a zero stays on the diagonal of U.
 */
export const factorize = (a: Float64Array, n: number, unit = 1): Factors => {
  const packed = unit === 1 ? a.slice() : a.map((entry) => entry / unit);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let sign: 1 | -1 = 1;
  for (let k = 0; k < n; k++) {
    const p = pivotRow(packed, n, k);
    if (p !== k) {
      swapRows(packed, n, k, p);
      [order[k], order[p]] = [order[p]!, order[k]!];
      sign = sign === 1 ? -1 : 1;
    }
    if (packed[k * n + k] !== 0) eliminate(packed, n, k);
  }
  return { n, packed, order, sign, unit };
};

/** T = L·U of a triangular matrix, lower or upper, whose diagonal is all of U or that of U. */
export const factorizeTriangle = (t: Float64Array, n: number): Factors => {
  const packed = t.slice();
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) packed[i * n + j]! /= packed[j * n + j]!;
  }
  return { n, packed, order: Int32Array.from({ length: n }, (_, i) => i), sign: 1, unit: 1 };
};

/** The row from k on with the largest entry in column k. */
const pivotRow = (packed: Float64Array, n: number, k: number): number => {
  let best = k;
  for (let i = k + 1; i < n; i++) {
    if (Math.abs(packed[i * n + k]!) > Math.abs(packed[best * n + k]!)) best = i;
  }
  return best;
};

const swapRows = (packed: Float64Array, n: number, i: number, j: number): void => {
  const row = packed.slice(i * n, i * n + n);
  packed.copyWithin(i * n, j * n, j * n + n);
  packed.set(row, j * n);
};

/** Subtracts from each row below k the multiple of row k that clears column k, and keeps the factor. */
const eliminate = (packed: Float64Array, n: number, k: number): void => {
  const pivot = packed[k * n + k]!;
  for (let i = k + 1; i < n; i++) {
    const factor = packed[i * n + k]! / pivot;
    packed[i * n + k] = factor;
    if (factor === 0) continue;
    for (let j = k + 1; j < n; j++) packed[i * n + j]! -= factor * packed[k * n + j]!;
  }
};
