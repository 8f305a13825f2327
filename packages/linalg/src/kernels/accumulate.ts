import { accumulateThin } from "./thin.ts";
import { accumulateTiled } from "./tiles.ts";
import type { View } from "./view.ts";

/** Fewer products than this are not worth packing. */
const few = 20_000;

/** Fewer columns than this are met one by one. */
const thin = 3;

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
  if (n < thin) accumulateThin(C, A, B, m, k, n, factor);
  else if (m * k * n < few || m === 1) accumulateRows(C, A, B, m, k, n, factor);
  else accumulateTiled(C, A, B, m, k, n, factor);
};

/** Pairs of rows of C: an odd last row is paired with none. */
const accumulateRows = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  for (let i = 0; i < m; i += 2) {
    const upper = A.start + i * A.down;
    const lower = i + 1 < m ? upper + A.down : -1;
    const row = C.start + i * C.down;
    let p = 0;
    for (; p + 3 < k; p += 4) growPair(C, row, A, upper, lower, p, B, n, factor);
    for (; p < k; p++) {
      growRow(C, row, factor * A.data[upper + p * A.right]!, B, p, n);
      if (lower >= 0) growRow(C, row + C.down, factor * A.data[lower + p * A.right]!, B, p, n);
    }
  }
};

/**
 * A row of C and the one below grow by four rows of B from the p-th on: eight products for every four entries
 * that are loaded.
 */
const growPair = (
  { data: c, down: below, right: next }: View,
  row: number,
  { data: a, right: step }: View,
  upper: number,
  lower: number,
  p: number,
  { data: b, start, down, right }: View,
  n: number,
  factor: 1 | -1,
): void => {
  const u = upper + p * step;
  const u0 = factor * a[u]!;
  const u1 = factor * a[u + step]!;
  const u2 = factor * a[u + 2 * step]!;
  const u3 = factor * a[u + 3 * step]!;
  const l = lower + p * step;
  const l0 = lower < 0 ? 0 : factor * a[l]!;
  const l1 = lower < 0 ? 0 : factor * a[l + step]!;
  const l2 = lower < 0 ? 0 : factor * a[l + 2 * step]!;
  const l3 = lower < 0 ? 0 : factor * a[l + 3 * step]!;
  let at = row;
  let q = start + p * down;
  for (let j = 0; j < n; j++) {
    const b0 = b[q]!;
    const b1 = b[q + down]!;
    const b2 = b[q + 2 * down]!;
    const b3 = b[q + 3 * down]!;
    c[at]! += u0 * b0 + u1 * b1 + (u2 * b2 + u3 * b3);
    if (lower >= 0) c[at + below]! += l0 * b0 + l1 * b1 + (l2 * b2 + l3 * b3);
    at += next;
    q += right;
  }
};

/** A row of C grows by a multiple of row p of B. */
const growRow = (
  { data: c, right: next }: View,
  row: number,
  a: number,
  { data: b, start, down, right }: View,
  p: number,
  n: number,
): void => {
  let at = row;
  let q = start + p * down;
  for (let j = 0; j < n; j++) {
    c[at]! += a * b[q]!;
    at += next;
    q += right;
  }
};
