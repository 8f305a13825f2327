import { norm2 } from "@jacobian/core";

/** |x|, whose square need not be a float64. */
export const lengthOf = (x: Float64Array): number => norm2(x);

/** x + t·d. */
export const moved = (x: Float64Array, t: number, d: Float64Array): Float64Array =>
  x.map((entry, k) => entry + t * d[k]!);

/** |x − y|. */
export const distanceOf = (x: Float64Array, y: Float64Array): number => lengthOf(moved(x, -1, y));

/** Whether no entry differs. */
export const sameVector = (x: Float64Array, y: Float64Array): boolean =>
  x.every((entry, k) => entry === y[k]);
