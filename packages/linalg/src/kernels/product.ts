import { accumulate } from "./accumulate.ts";
import { type View, rowsOf } from "./view.ts";

/** A·B for A m×k and B k×n, row by row. */
export const productOfViews = (A: View, B: View, m: number, k: number, n: number): Float64Array => {
  const c = new Float64Array(m * n);
  accumulate(rowsOf(c, n), A, B, m, k, n, 1);
  return c;
};

/** A·B for A m×k and B k×n, all row by row. */
export const product = (
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
): Float64Array => productOfViews(rowsOf(a, k), rowsOf(b, n), m, k, n);
