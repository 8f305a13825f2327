import type { View } from "./view.ts";

/** C += factor·A·B for B of a column or two, along the lines in which A stands. */
export const accumulateThin = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  const accumulate = A.right <= A.down ? byRows : byColumns;
  for (let j = 0; j < n; j++) accumulate(C, A, B, m, k, j, factor);
};

/** Column j of C, each entry a row of A times a column of B: four sums, so that none waits for the one before. */
const byRows = (
  C: View,
  { data: a, start, down, right }: View,
  B: View,
  m: number,
  k: number,
  j: number,
  factor: 1 | -1,
): void => {
  const { data: b, down: step } = B;
  for (let i = 0; i < m; i++) {
    let p = start + i * down;
    let q = B.start + j * B.right;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let left = k;
    for (; left > 3; left -= 4) {
      s0 += a[p]! * b[q]!;
      s1 += a[p + right]! * b[q + step]!;
      s2 += a[p + 2 * right]! * b[q + 2 * step]!;
      s3 += a[p + 3 * right]! * b[q + 3 * step]!;
      p += 4 * right;
      q += 4 * step;
    }
    for (; left > 0; left--) {
      s0 += a[p]! * b[q]!;
      p += right;
      q += step;
    }
    C.data[C.start + i * C.down + j * C.right]! += factor * (s0 + s1 + (s2 + s3));
  }
};

/** Column j of C grows by multiples of the columns of A. */
const byColumns = (
  C: View,
  { data: a, start, down, right }: View,
  B: View,
  m: number,
  k: number,
  j: number,
  factor: 1 | -1,
): void => {
  const { data: c, down: below } = C;
  for (let p = 0; p < k; p++) {
    const b = factor * B.data[B.start + p * B.down + j * B.right]!;
    let from = start + p * right;
    let to = C.start + j * C.right;
    for (let i = 0; i < m; i++) {
      c[to]! += a[from]! * b;
      from += down;
      to += below;
    }
  }
};
