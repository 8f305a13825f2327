import type { Complete } from "./complete-orthogonal.ts";
import { product } from "./product.ts";
import { pivotedReflections } from "./qr-pivoted.ts";
import { orthonormalColumns, reflections, thinFactors } from "./qr.ts";
import { transposed } from "./transposed.ts";

/** An orthonormal basis of a null space, n×k, whose k given rows are lower triangular with a diagonal > 0. */
export interface NullBasis {
  readonly basis: Float64Array;
  /** k rows in ascending order. */
  readonly rows: Int32Array;
}

/**
 * A row is taken before a later one if it is not shorter by more than this: else rounding would decide
 * between rows of one length, which are common where a matrix is symmetric in some way.
 */
const slack = 0.65;

/** k rows of an n×k matrix of rank k that are independent, in ascending order. */
const independentRows = (a: Float64Array, n: number, k: number): Int32Array =>
  pivotedReflections(transposed(a, n, k), k, n, slack)
    .order.slice(0, k)
    .sort();

/** The orthogonal complement of V, n×(n − r). */
const complementOf = (V: Float64Array, n: number, r: number): Float64Array => {
  const whole = orthonormalColumns(reflections(V, n, r), n);
  const complement = new Float64Array(n * (n - r));
  for (let i = 0; i < n; i++) {
    complement.set(whole.subarray(i * n + r, (i + 1) * n), i * (n - r));
  }
  return complement;
};

/**
 * Columns of A that span its range, in ascending order: those where Vᵀ has independent ones. The rows of V are as
 * independent as the other rows of its complement; pivots choose few rows more surely than many.
 */
export const spanningColumns = ({ n, rank, V }: Complete): Int32Array => {
  const all = Int32Array.from({ length: n }, (_, j) => j);
  if (V === undefined) return all;
  if (2 * rank <= n) return independentRows(V, n, rank);
  const others = new Set(independentRows(complementOf(V, n, rank), n, n - rank));
  return all.filter((j) => !others.has(j));
};

/**
 * The orthogonal complement of V, turned so that it depends on nothing but the space: the Q of those
 * columns of its orthogonal projector whose numbers are `rows`.
 */
export const nullBasis = ({ n, rank, V }: Complete): NullBasis => {
  const k = V === undefined ? 0 : n - rank;
  if (V === undefined || k === 0) return { basis: new Float64Array(0), rows: new Int32Array(0) };
  const complement = complementOf(V, n, rank);
  const rows = independentRows(complement, n, k);
  const { q } = thinFactors(reflections(transposed(rowsOf(complement, rows, k), k, k), k, k));
  return { basis: product(complement, q, n, k, k), rows };
};

const rowsOf = (a: Float64Array, rows: Int32Array, k: number): Float64Array => {
  const to = new Float64Array(rows.length * k);
  rows.forEach((row, i) => to.set(a.subarray(row * k, (row + 1) * k), i * k));
  return to;
};
