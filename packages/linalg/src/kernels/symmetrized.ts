/** The mean of two numbers; the sum of two large ones may leave the range, and half of a tiny one too. */
const mean = (x: number, y: number): number => {
  const sum = x + y;
  return Number.isFinite(sum) ? sum / 2 : x / 2 + y / 2;
};

/** (A + Aᵀ)/2 for A n×n, row by row. A symmetric A comes back bit for bit. */
export const symmetrized = (a: Float64Array, n: number): Float64Array => {
  const to = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) to[i * n + j] = mean(a[i * n + j]!, a[j * n + i]!);
  }
  return to;
};
