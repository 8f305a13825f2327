/** A matrix inside an array: entry (i, j) stands at start + i·down + j·right. */
export interface View {
  readonly data: Float64Array;
  readonly start: number;
  readonly down: number;
  readonly right: number;
}

/** C += factor·A·B for A m×k and B k×n; C must not share entries with A or B. */
export const accumulate = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const a = factor * A.data[A.start + i * A.down + p * A.right]!;
      for (let j = 0; j < n; j++) {
        C.data[C.start + i * C.down + j * C.right]! +=
          a * B.data[B.start + p * B.down + j * B.right]!;
      }
    }
  }
};
