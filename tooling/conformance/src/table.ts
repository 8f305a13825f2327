import type { Table } from "./scenario.ts";

/** Plain tables of numbers: what Jacobians known by hand are written with, apart from core. */

/** The m×n table of entry(i, j). */
export const table = (m: number, n: number, entry: (i: number, j: number) => number): number[][] =>
  list(m, (i) => list(n, (j) => entry(i, j)));

/** entry(0), …, entry(n − 1): numbers, or rows of a table. (A loop: tables of a million entries are made of it.) */
export const list = <T>(n: number, entry: (i: number) => T): T[] => {
  const entries: T[] = [];
  for (let i = 0; i < n; i++) entries.push(entry(i));
  return entries;
};

/** x[i]. @throws RangeError outside of x, where plain JavaScript would give undefined. */
export const get = (x: ArrayLike<number>, i: number): number => {
  const entry = x[i];
  if (entry !== undefined) return entry;
  throw new RangeError(
    `get: expected an index below ${x.length}, got ${i}; correct the table that reads it`,
  );
};

/** A[i][j]. */
export const entry = (A: Table, i: number, j: number): number => get(A[i] ?? [], j);

/** 1 where i = j, else 0 (Kronecker). */
export const delta = (i: number, j: number): number => (i === j ? 1 : 0);

export const identity = (n: number): number[][] => table(n, n, delta);

/** The square table with these entries on its diagonal. */
export const diagonal = (d: ArrayLike<number>): number[][] =>
  table(d.length, d.length, (i, j) => (i === j ? get(d, i) : 0));

export const total = (x: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += get(x, i);
  return sum;
};

/** Σ aᵢbᵢ */
export const inner = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += get(a, i) * get(b, i);
  return sum;
};

/** A·x */
export const apply = (A: Table, x: ArrayLike<number>): number[] => A.map((row) => inner(row, x));

/** Aᵀ, for A with `cols` columns (which a table without rows cannot tell). */
export const transposed = (A: Table, cols = A[0]?.length ?? 0): number[][] =>
  table(cols, A.length, (i, j) => entry(A, j, i));

/** A·B */
export const times = (A: Table, B: Table): number[][] => {
  const columns = transposed(B);
  return A.map((row) => columns.map((column) => inner(row, column)));
};

/** A ⊗ B: block (i, k) is A[i][k]·B. */
export const kronecker = (A: Table, B: Table): number[][] =>
  A.flatMap((a) => B.map((b) => a.flatMap((p) => b.map((q) => p * q))));

/** Tables of equally many rows, side by side. */
export const beside = (...blocks: readonly Table[]): number[][] =>
  (blocks[0] ?? []).map((_, i) => blocks.flatMap((block) => [...(block[i] ?? [])]));
