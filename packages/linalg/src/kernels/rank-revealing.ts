import { columnLength } from "./householder.ts";
import { type PivotedReflections, pivotedReflections } from "./qr-pivoted.ts";
import { reflections } from "./qr.ts";

/** A·P = Q·R whose first `rank` columns are independent and the rest next to nothing. */
export interface Revealed {
  readonly reduced: PivotedReflections;
  readonly rank: number;
  /** The longest column of R below its first `rank` rows, relative to the longest of all. */
  readonly rest: number;
}

/**
 * Pivoted QR, and how many of its columns are independent: their smallest singular value, estimated,
 * exceeds `tolerance` times the longest column. Pivots alone may hide a small singular value (Kahan
 * 1966); a column in which its vector is largest then leaves the independent ones, and what it adds to
 * the others is at most √n of that value (Chan 1987, Linear Algebra Appl. 88/89, 67–82).
 */
export const revealing = (
  a: Float64Array,
  m: number,
  n: number,
  tolerance: number,
  given?: number,
): Revealed => {
  const pivoted = pivotedReflections(a, m, n);
  const first = Math.abs(pivoted.packed[0] ?? 0);
  const found = weeded(pivoted, a, tolerance, tolerance * first);
  // What has a rank that is given may look deficient next to where it was decided.
  const reduced = found.rank < (given ?? 0) ? pivoted : found.reduced;
  const rank = given ?? found.rank;
  return { reduced, rank, rest: first === 0 ? 0 : remainder(reduced, rank) / first };
};

const pivot = ({ packed, n }: PivotedReflections, k: number): number =>
  Math.abs(packed[k * n + k]!);

const weeded = (
  pivoted: PivotedReflections,
  a: Float64Array,
  tolerance: number,
  threshold: number,
): { reduced: PivotedReflections; rank: number } => {
  let reduced = pivoted;
  let rank = 0;
  while (rank < reduced.taus.length && pivot(reduced, rank) > threshold) rank++;
  while (tolerance > 0 && rank > 0) {
    const { column, length } = leastCombination(reduced, rank);
    if (length > threshold) break;
    rank--;
    if (column < rank) reduced = moved(reduced, a, column, rank);
  }
  return { reduced, rank };
};

/**
 * A combination v, ‖v‖₂ = 1, of the first r columns of R that is as short as one step of inverse
 * iteration from a vector of growing entries makes it (Cline, Moler, Stewart & Wilkinson 1979), its
 * length, and the column with the largest share in it.
 */
const leastCombination = (
  { packed, n }: PivotedReflections,
  r: number,
): { column: number; length: number } => {
  const v = growing(packed, n, r);
  for (let i = r - 1; i >= 0; i--) {
    for (let j = i + 1; j < r; j++) v[i]! -= packed[i * n + j]! * v[j]!;
    v[i]! /= packed[i * n + i]!;
  }
  let column = 0;
  for (let j = 1; j < r; j++) if (Math.abs(v[j]!) > Math.abs(v[column]!)) column = j;
  const largest = Math.abs(v[column]!);
  let [own, image] = [0, 0];
  for (let i = 0; i < r; i++) {
    let sum = 0;
    for (let j = i; j < r; j++) sum += packed[i * n + j]! * (v[j]! / largest);
    image += sum * sum;
    own += (v[i]! / largest) ** 2;
  }
  return { column, length: Math.sqrt(image / own) };
};

/** z with Rᵀ·z = (±1, ±1, …), signs chosen so that z grows, its largest entry made 1. */
const growing = (packed: Float64Array, n: number, r: number): Float64Array => {
  const z = new Float64Array(r);
  for (let i = 0; i < r; i++) {
    let sum = 0;
    for (let k = 0; k < i; k++) sum += packed[k * n + i]! * z[k]!;
    z[i] = (sum > 0 ? -1 - sum : 1 - sum) / packed[i * n + i]!;
  }
  const top = z.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  return z.map((entry) => entry / top);
};

/** The factorization with column `from` moved behind those up to `to`. */
const moved = (
  { m, n, order }: PivotedReflections,
  a: Float64Array,
  from: number,
  to: number,
): PivotedReflections => {
  const after = order.slice();
  after.copyWithin(from, from + 1, to + 1);
  after[to] = order[from]!;
  const taken = new Float64Array(m * n);
  for (let i = 0; i < m * n; i += n) {
    for (let j = 0; j < n; j++) taken[i + j] = a[i + after[j]!]!;
  }
  return { ...reflections(taken, m, n), order: after };
};

const remainder = ({ packed, n, taus }: PivotedReflections, rank: number): number => {
  let most = 0;
  for (let j = rank; j < n; j++) {
    const rows = Math.min(j + 1, taus.length) - rank;
    const column = { data: packed, start: rank * n + j, down: n };
    if (rows > 0) most = Math.max(most, columnLength(column, rows));
  }
  return most;
};
