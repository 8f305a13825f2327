import type { Factors } from "./factorize.ts";

/** X = A⁻¹·B for B n×m, from P·A = unit·L·U: forward through L, then back through U. */
export const substitute = (factors: Factors, b: Float64Array, m: number): Float64Array => {
  const { n, packed, order, unit } = factors;
  const x = new Float64Array(n * m);
  const B = unit === 1 ? b : b.map((entry) => entry / unit);
  for (let i = 0; i < n; i++) {
    x.set(B.subarray(order[i]! * m, order[i]! * m + m), i * m);
    for (let k = 0; k < i; k++) subtractRow(x, i, k, packed[i * n + k]!, m);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(x, i, k, packed[i * n + k]!, m);
    for (let j = 0; j < m; j++) x[i * m + j]! /= packed[i * n + i]!;
  }
  return x;
};

/** Row i −= factor · row k. */
const subtractRow = (x: Float64Array, i: number, k: number, factor: number, m: number): void => {
  if (factor === 0) return;
  for (let j = 0; j < m; j++) x[i * m + j]! -= factor * x[k * m + j]!;
};

/** X = A⁻ᵀ·B for B n×m: P·A = unit·L·U, so Uᵀ·Lᵀ·(P·X) = B/unit. */
export const substituteTransposed = (factors: Factors, b: Float64Array, m = 1): Float64Array => {
  const { n, packed, order, unit } = factors;
  const y = unit === 1 ? b.slice() : b.map((entry) => entry / unit);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) y[i * m + j]! /= packed[i * n + i]!;
    for (let k = i + 1; k < n; k++) subtractRow(y, k, i, packed[i * n + k]!, m);
  }
  const x = new Float64Array(n * m);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = 0; k < i; k++) subtractRow(y, k, i, packed[i * n + k]!, m);
    x.set(y.subarray(i * m, i * m + m), order[i]! * m);
  }
  return x;
};
