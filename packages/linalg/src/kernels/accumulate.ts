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

/** Two rows of C at a time, by four rows of B at a time. */
const accumulateRows = (
  C: View,
  A: View,
  B: View,
  m: number,
  k: number,
  n: number,
  factor: 1 | -1,
): void => {
  for (let i = 0; i < m; i++) {
    const pair = i + 1 < m;
    const row = C.start + i * C.down;
    const from = A.start + i * A.down;
    let p = 0;
    for (; p + 3 < k; p += 4) {
      if (pair) growPair(C, row, A, from + p * A.right, B, p, n, factor);
      else growRow(C, row, A, from + p * A.right, B, p, n, factor);
    }
    for (; p < k; p++) {
      growByOne(C, row, factor * A.data[from + p * A.right]!, B, p, n);
      if (pair) growByOne(C, row + C.down, factor * A.data[from + A.down + p * A.right]!, B, p, n);
    }
    if (pair) i++;
  }
};

/**
 * A row of C and the one below grow by rows p to p + 3 of B, times the entries of A from `u` on and those below:
 * eight products for every four entries that are loaded.
 */
const growPair = (
  { data: c, down: below, right: next }: View,
  row: number,
  { data: a, down: step, right: along }: View,
  u: number,
  { data: b, start, down, right }: View,
  p: number,
  n: number,
  factor: 1 | -1,
): void => {
  const u0 = factor * a[u]!;
  const u1 = factor * a[u + along]!;
  const u2 = factor * a[u + 2 * along]!;
  const u3 = factor * a[u + 3 * along]!;
  const l0 = factor * a[u + step]!;
  const l1 = factor * a[u + step + along]!;
  const l2 = factor * a[u + step + 2 * along]!;
  const l3 = factor * a[u + step + 3 * along]!;
  let at = row;
  let q = start + p * down;
  for (let j = 0; j < n; j++) {
    const b0 = b[q]!;
    const b1 = b[q + down]!;
    const b2 = b[q + 2 * down]!;
    const b3 = b[q + 3 * down]!;
    c[at]! += u0 * b0 + u1 * b1 + (u2 * b2 + u3 * b3);
    c[at + below]! += l0 * b0 + l1 * b1 + (l2 * b2 + l3 * b3);
    at += next;
    q += right;
  }
};

/** The same for one row of C. */
const growRow = (
  { data: c, right: next }: View,
  row: number,
  { data: a, right: along }: View,
  u: number,
  { data: b, start, down, right }: View,
  p: number,
  n: number,
  factor: 1 | -1,
): void => {
  const u0 = factor * a[u]!;
  const u1 = factor * a[u + along]!;
  const u2 = factor * a[u + 2 * along]!;
  const u3 = factor * a[u + 3 * along]!;
  let at = row;
  let q = start + p * down;
  for (let j = 0; j < n; j++) {
    c[at]! += u0 * b[q]! + u1 * b[q + down]! + (u2 * b[q + 2 * down]! + u3 * b[q + 3 * down]!);
    at += next;
    q += right;
  }
};

/** A row of C grows by a multiple of row p of B. */
const growByOne = (
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
