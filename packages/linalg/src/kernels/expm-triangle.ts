/** The diagonal of a triangular matrix and the entries beside it, above or below. */
export interface Triangle {
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  /** Where in the matrix the first entry beside the diagonal stands. */
  readonly start: number;
}

const vanishes = (a: Float64Array, n: number, below: boolean): boolean => {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) if ((below ? a[i * n + j] : a[j * n + i]) !== 0) return false;
  }
  return true;
};

/** Undefined unless the matrix is triangular. */
export const triangleOf = (a: Float64Array, n: number): Triangle | undefined => {
  const upper = vanishes(a, n, true);
  if (!upper && !vanishes(a, n, false)) return undefined;
  const start = upper ? 1 : n;
  return {
    diagonal: Float64Array.from({ length: n }, (_, i) => a[i * (n + 1)]!),
    beside: Float64Array.from({ length: Math.max(n - 1, 0) }, (_, i) => a[i * (n + 1) + start]!),
    start,
  };
};

/** (eˣ − eʸ)/(x − y) without cancellation. */
const difference = (x: number, y: number): number => {
  const half = (x - y) / 2;
  if (Math.abs(half) > 1) return (Math.exp(x) - Math.exp(y)) / (x - y);
  return Math.exp((x + y) / 2) * (half === 0 ? 1 : Math.sinh(half) / half);
};

/**
 * Sets the diagonal of X ≈ e^(t·T), and the entries beside it, to what they are exactly: repeated squaring
 * would lose their digits (Al-Mohy & Higham 2009, SIAM J. Matrix Anal. Appl. 31, (2.2)).
 */
export const correctTriangle = (X: Float64Array, n: number, T: Triangle, t: number): void => {
  const { diagonal, beside, start } = T;
  for (let i = 0; i < n; i++) {
    X[i * (n + 1)] = Math.exp(t * diagonal[i]!);
    if (i === n - 1) break;
    const entry = t * beside[i]!;
    X[i * (n + 1) + start] =
      entry === 0 ? 0 : entry * difference(t * diagonal[i]!, t * diagonal[i + 1]!);
  }
};
