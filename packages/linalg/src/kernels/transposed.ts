/** Aᵀ for A m×n, both row by row. */
export const transposed = (a: Float64Array, m: number, n: number): Float64Array => {
  const to = new Float64Array(a.length);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) to[j * m + i] = a[i * n + j]!;
  }
  return to;
};
