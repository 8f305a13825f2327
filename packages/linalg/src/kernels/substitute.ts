import type { Factors } from "./factorize.ts";
import { substituteTriangle } from "./triangle.ts";
import { flipped, rowsOf } from "./view.ts";

/** X = A⁻¹·B for B n×m, from P·A = unit·L·U: forward through L, then back through U. */
export const substitute = (factors: Factors, b: Float64Array, m: number): Float64Array => {
  const { n, packed, order, unit } = factors;
  const x = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) x[i * m + j] = b[order[i]! * m + j]! / unit;
  }
  substituteTriangle(rowsOf(packed, n), n, rowsOf(x, m), m, true, true);
  substituteTriangle(rowsOf(packed, n), n, rowsOf(x, m), m, false, false);
  return x;
};

/** X = A⁻ᵀ·B for B n×m: P·A = unit·L·U, so Uᵀ·Lᵀ·(P·X) = B/unit. */
export const substituteTransposed = (factors: Factors, b: Float64Array, m = 1): Float64Array => {
  const { n, packed, order, unit } = factors;
  const y = unit === 1 ? b.slice() : b.map((entry) => entry / unit);
  const transposed = flipped(rowsOf(packed, n));
  substituteTriangle(transposed, n, rowsOf(y, m), m, true, false);
  substituteTriangle(transposed, n, rowsOf(y, m), m, false, true);
  const x = new Float64Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) x[order[i]! * m + j] = y[i * m + j]!;
  }
  return x;
};
