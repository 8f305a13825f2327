import {
  type Plain,
  type Value,
  div,
  entriesOf,
  mul,
  neg,
  reciprocal,
  scatter,
  shapeOf,
  stack,
  sub,
  take,
} from "@jacobian/core";

/** Where the blocks of a block diagonal matrix stand. */
export interface Blocks {
  readonly n: number;
  /** The row in which the block of each row begins. */
  readonly start: Int32Array;
  /** The rows that are a block. */
  readonly ones: readonly number[];
  /** The first rows of blocks of two. */
  readonly pairs: readonly number[];
}

/** A block of two is told by its entry below the diagonal, which is not 0. */
export const blocksOf = (D: Plain): Blocks => {
  const [n = 0] = shapeOf(D);
  const start = new Int32Array(n);
  const [ones, pairs]: [number[], number[]] = [[], []];
  for (let i = 0; i < n; i++) {
    const paired = i + 1 < n && entriesOf(D)[(i + 1) * n + i] !== 0;
    (paired ? pairs : ones).push(i);
    start[i] = i;
    if (paired) start[++i] = i - 1;
  }
  return { n, start, ones, pairs };
};

/**
 * D⁻¹, but zeros in place of the last block, which may be singular: no column of L has entries below it.
 * [d b; b e]⁻¹ = t·[e/b −1; −1 d/b] for t = 1/(b·(d/b·e/b − 1)), where b is the largest.
 */
export const inverseButLast = (D: Value, { n, start, ones, pairs }: Blocks): Value => {
  const last = start[n - 1] ?? 0;
  const at = (rows: readonly number[], down: number, right: number): number[] =>
    rows.filter((i) => i < last).map((i) => (i + down) * n + i + right);
  const read = (index: readonly number[]): Value => take(D, { index, shape: [index.length] });
  const [alone, dAt, bAt, eAt] = [
    at(ones, 0, 0),
    at(pairs, 0, 0),
    at(pairs, 1, 0),
    at(pairs, 1, 1),
  ];
  const b = read(bAt);
  const [d, e] = [div(read(dAt), b), div(read(eAt), b)];
  const t = reciprocal(mul(b, sub(mul(d, e), 1)));
  const entries = [reciprocal(read(alone)), mul(t, e), mul(t, d), neg(t), neg(t)];
  const index = [...alone, ...dAt, ...eAt, ...bAt, ...at(pairs, 0, 1)];
  return scatter(stack(entries, [index.length])[0] ?? NaN, { index, shape: [n, n] });
};
