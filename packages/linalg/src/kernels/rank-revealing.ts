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
 * the others is at most √n of that value (Chan 1987, Linear Algebra Appl. 88/89, 67–82). A column of which more
 * than that is left without it takes its place, so that `rest` is at most √n times the tolerance.
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
  const found = weeded(pivoted, a, tolerance * first);
  // What has a rank that is given may look deficient next to where it was decided.
  const reduced = found.rank < (given ?? 0) ? pivoted : found.reduced;
  const rank = given ?? found.rank;
  return { reduced, rank, rest: first === 0 ? 0 : longestLeft(reduced, rank).length / first };
};

const pivot = ({ packed, n }: PivotedReflections, k: number): number =>
  Math.abs(packed[k * n + k]!);

const weeded = (
  pivoted: PivotedReflections,
  a: Float64Array,
  threshold: number,
): { reduced: PivotedReflections; rank: number } => {
  const much = Math.sqrt(pivoted.n) * threshold;
  let [reduced, rank] = [pivoted, 0];
  while (rank < reduced.taus.length && pivot(reduced, rank) > threshold) rank++;
  // An exchange makes the volume of the independent columns larger, so that none comes twice but by rounding.
  let exchanges = pivoted.n;
  while (threshold > 0 && rank > 0) {
    const { column, length } = leastCombination(reduced, rank);
    if (length > threshold) break;
    reduced = moved(reduced, a, column, --rank);
    const left = longestLeft(reduced, rank);
    if (left.length > much && exchanges-- > 0) reduced = moved(reduced, a, left.column, rank++);
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

/** The factorization with the column at place `from` at place `to`, those between shifted by one. */
const moved = (
  reduced: PivotedReflections,
  a: Float64Array,
  from: number,
  to: number,
): PivotedReflections => {
  if (from === to) return reduced;
  const { m, n } = reduced;
  const places = Array.from(reduced.order);
  places.splice(to, 0, ...places.splice(from, 1));
  const order = Int32Array.from(places);
  const taken = new Float64Array(m * n);
  for (let i = 0; i < m * n; i += n) {
    for (let j = 0; j < n; j++) taken[i + j] = a[i + order[j]!]!;
  }
  return { ...reflections(taken, m, n), order };
};

/** The column from place `rank` on of which most is left below the first `rank` rows of R. */
const longestLeft = (
  { packed, n, taus }: PivotedReflections,
  rank: number,
): { column: number; length: number } => {
  let [column, length] = [rank, 0];
  for (let j = rank; j < n; j++) {
    const rows = Math.min(j + 1, taus.length) - rank;
    const left = columnLength({ data: packed, start: rank * n + j, down: n }, Math.max(rows, 0));
    if (left > length) [column, length] = [j, left];
  }
  return { column, length };
};
