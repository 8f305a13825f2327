/** So many rows of B stay in the cache while all rows of A meet them. */
const depth = 64;

/**
 * C = A·B for A m×k and B k×n, all row by row. Two rows of C grow at once by four rows of B: eight
 * products for each entry of B that is loaded four at a time, and no entry is packed or copied.
 */
export const product = (
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
): Float64Array => {
  // An odd last row is paired with itself; its twin grows in a spare row.
  const c = new Float64Array((m + (m % 2)) * n);
  for (let from = 0; from < k; from += depth) {
    const to = Math.min(k, from + depth);
    for (let i = 0; i < m; i += 2) {
      const twin = Math.min(i + 1, m - 1);
      growPair(c, i * n, a, i * k, twin * k, b, n, from, to);
    }
  }
  return m % 2 === 0 ? c : c.slice(0, m * n);
};

/** Two neighbouring rows of C, the first at `row`, grow by the products with rows from ≤ p < to of B. */
const growPair = (
  c: Float64Array,
  row: number,
  a: Float64Array,
  upper: number,
  lower: number,
  b: Float64Array,
  n: number,
  from: number,
  to: number,
): void => {
  let p = from;
  for (; p + 3 < to; p += 4) {
    const u0 = a[upper + p]!;
    const u1 = a[upper + p + 1]!;
    const u2 = a[upper + p + 2]!;
    const u3 = a[upper + p + 3]!;
    const l0 = a[lower + p]!;
    const l1 = a[lower + p + 1]!;
    const l2 = a[lower + p + 2]!;
    const l3 = a[lower + p + 3]!;
    const q = p * n;
    for (let j = 0; j < n; j++) {
      const b0 = b[q + j]!;
      const b1 = b[q + n + j]!;
      const b2 = b[q + 2 * n + j]!;
      const b3 = b[q + 3 * n + j]!;
      c[row + j]! += u0 * b0 + u1 * b1 + u2 * b2 + u3 * b3;
      c[row + n + j]! += l0 * b0 + l1 * b1 + l2 * b2 + l3 * b3;
    }
  }
  for (; p < to; p++) {
    const u = a[upper + p]!;
    const l = a[lower + p]!;
    for (let j = 0; j < n; j++) {
      c[row + j]! += u * b[p * n + j]!;
      c[row + n + j]! += l * b[p * n + j]!;
    }
  }
};
