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
  for (let j = 0; j < n; j++) {
    const top = B.start + j * B.right;
    const to = C.start + j * C.right;
    if (A.right <= A.down) {
      for (let i = 0; i < m; i++) {
        C.data[to + i * C.down]! += factor * rowTimesColumn(A, A.start + i * A.down, B, top, k);
      }
    } else {
      for (let p = 0; p < k; p++) {
        const b = factor * B.data[top + p * B.down]!;
        growColumn(C, to, A, A.start + p * A.right, b, m);
      }
    }
  }
};

/** A row of A from entry `i` on times a column of B from entry `j` on. */
export const rowTimesColumn = (
  { data: a, right }: View,
  i: number,
  { data: b, down }: View,
  j: number,
  count: number,
): number => {
  if (right === 1 && down === 1) return runTimesRun(a, i, b, j, count);
  let sum = 0;
  for (let left = count; left > 0; left--) {
    sum += a[i]! * b[j]!;
    i += right;
    j += down;
  }
  return sum;
};

/** What stands without gaps takes half the time, in four sums, so that none waits for the one before. */
const runTimesRun = (
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  count: number,
): number => {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const end = i + count;
  for (; i + 3 < end; i += 4) {
    s0 += a[i]! * b[j]!;
    s1 += a[i + 1]! * b[j + 1]!;
    s2 += a[i + 2]! * b[j + 2]!;
    s3 += a[i + 3]! * b[j + 3]!;
    j += 4;
  }
  for (; i < end; i++) s0 += a[i]! * b[j++]!;
  return s0 + s1 + (s2 + s3);
};

/** A column of C from entry `i` on grows by a multiple of one of A from entry `j` on. */
export const growColumn = (
  { data: c, down: below }: View,
  i: number,
  { data: a, down }: View,
  j: number,
  factor: number,
  count: number,
): void => {
  if (below === 1 && down === 1) {
    for (const end = i + count; i < end; i++) c[i]! += factor * a[j++]!;
    return;
  }
  for (let left = count; left > 0; left--) {
    c[i]! += factor * a[j]!;
    i += below;
    j += down;
  }
};
