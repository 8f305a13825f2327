/** S = L·Lᵀ as far as it went. */
export interface CholeskyFactor {
  /** L, zeros above the diagonal, row by row. */
  readonly L: Float64Array;
  /** The first step whose pivot is not positive, −1 if there is none. */
  readonly failed: number;
  /** That pivot. */
  readonly pivot: number;
}

/** S = L·Lᵀ of the lower triangle of a symmetric matrix (Golub & Van Loan 2013, section 4.2). */
export const choleskyFactor = (s: Float64Array, n: number): CholeskyFactor => {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = s[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= L[i * n + k]! * L[j * n + k]!;
      if (i !== j) L[i * n + j] = sum / L[j * n + j]!;
      else if (sum > 0) L[i * n + i] = Math.sqrt(sum);
      else return { L, failed: i, pivot: sum };
    }
  }
  return { L, failed: -1, pivot: NaN };
};
