import { reflect } from "./tridiagonal.ts";

/**
 * B = Q·H·Qᵀ with H zero below the subdiagonal, by Householder reflections in the rows and columns
 * low ≤ i < high (Golub & Van Loan 2013, algorithm 7.4.2). Overwrites b with H, and gives Qᵀ if it is
 * wanted.
 */
export const reduceToHessenberg = (
  b: Float64Array,
  n: number,
  low: number,
  high: number,
  wanted: boolean,
): Float64Array | undefined => {
  const reflectors = wanted ? new Float64Array(n * n) : undefined;
  const factors = new Float64Array(n);
  const u = new Float64Array(n);
  const work = new Float64Array(n);
  for (let k = low; k < high - 2; k++) {
    factors[k] = columnReflector(b, n, k, high, u);
    if (factors[k] === 0) continue;
    reflectRows(b, n, k + 1, high, k + 1, n, u, factors[k]!, work);
    reflectColumns(b, n, high, k + 1, high, u, factors[k]!);
    reflectors?.set(u, k * n);
  }
  return reflectors && transposedProduct(reflectors, factors, n, low, high);
};

/** u and τ of the reflection that clears column k below row k + 1; its entries are cleared. */
const columnReflector = (
  b: Float64Array,
  n: number,
  k: number,
  high: number,
  u: Float64Array,
): number => {
  const length = high - k - 1;
  const x = new Float64Array(length);
  // Upside down: `reflect` keeps the last entry.
  for (let i = 0; i < length; i++) x[i] = b[(high - 1 - i) * n + k]!;
  const factor = reflect(x, 0, length);
  u.fill(0);
  u[k + 1] = 1;
  for (let i = 0; i < length - 1; i++) u[high - 1 - i] = x[i]!;
  for (let i = k + 2; i < high; i++) b[i * n + k] = 0;
  b[(k + 1) * n + k] = x[length - 1]!;
  return factor;
};

/** (I − τ·u·uᵀ)·B in the rows from ≤ i < to and the columns left ≤ j < right. */
const reflectRows = (
  b: Float64Array,
  n: number,
  from: number,
  to: number,
  left: number,
  right: number,
  u: Float64Array,
  tau: number,
  work: Float64Array,
): void => {
  work.fill(0);
  for (let i = from; i < to; i++) {
    const factor = u[i]!;
    for (let j = left; j < right; j++) work[j]! += factor * b[i * n + j]!;
  }
  for (let i = from; i < to; i++) {
    const factor = tau * u[i]!;
    for (let j = left; j < right; j++) b[i * n + j]! -= factor * work[j]!;
  }
};

/** B·(I − τ·u·uᵀ) in the rows i < rows and the columns from ≤ j < to. */
const reflectColumns = (
  b: Float64Array,
  n: number,
  rows: number,
  from: number,
  to: number,
  u: Float64Array,
  tau: number,
): void => {
  for (let i = 0; i < rows; i++) {
    let inner = 0;
    for (let j = from; j < to; j++) inner += b[i * n + j]! * u[j]!;
    inner *= tau;
    for (let j = from; j < to; j++) b[i * n + j]! -= inner * u[j]!;
  }
};

/** Qᵀ for Q = H_low·…·H_(high−3). */
const transposedProduct = (
  reflectors: Float64Array,
  factors: Float64Array,
  n: number,
  low: number,
  high: number,
): Float64Array => {
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  // Each factor from the right meets only the columns that the later ones have filled.
  for (let k = high - 3; k >= low; k--) {
    const u = reflectors.subarray(k * n, k * n + n);
    for (let i = k + 1; i < high; i++) {
      const row = q.subarray(i * n, i * n + n);
      reflectColumns(row, n, 1, k + 1, high, u, factors[k]!);
    }
  }
  return q;
};
