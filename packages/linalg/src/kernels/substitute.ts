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

/** x = A⁻ᵀ·b for one column b: A = Pᵀ·L·U (unit 1), so Aᵀ·x = b is Uᵀ·Lᵀ·(P·x) = b. */
export const substituteTransposed = (factors: Factors, b: Float64Array): Float64Array => {
  const { n, packed, order } = factors;
  const y = b.slice();
  for (let i = 0; i < n; i++) {
    y[i]! /= packed[i * n + i]!;
    for (let k = i + 1; k < n; k++) y[k]! -= packed[i * n + k]! * y[i]!;
  }
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = 0; k < i; k++) y[k]! -= packed[i * n + k]! * y[i]!;
    x[order[i]!] = y[i]!;
  }
  return x;
};
