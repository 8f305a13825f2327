import { columnLength, reflect, reflector } from "./householder.ts";
import type { Reflections } from "./qr.ts";

/** A·P = H₀·H₁·…·R; column j of A·P is column order[j] of A. */
export interface PivotedReflections extends Reflections {
  readonly order: Int32Array;
}

/** What is left of a column: its length, and that when it was last computed and not downdated. */
interface Lengths {
  readonly left: Float64Array;
  readonly known: Float64Array;
}

/** A downdated square may have lost half of its digits below this. */
const unsure = 2 ** -26;

/**
 * Householder QR that always takes the column of which most is left (Businger & Golub 1965), so that the
 * diagonal of R does not grow in magnitude but by rounding. With a `slack` below 1 the first column is
 * taken of which at least that part of the most is left.
 */
export const pivotedReflections = (
  a: Float64Array,
  m: number,
  n: number,
  slack = 1,
): PivotedReflections => {
  const packed = a.slice();
  const order = Int32Array.from({ length: n }, (_, j) => j);
  const taus = new Float64Array(Math.min(m, n));
  const left = columnLengths(packed, m, n);
  const lengths = { left, known: left.slice() };
  const room = new Float64Array(n);
  for (let k = 0; k < taus.length; k++) {
    exchange(packed, lengths, order, m, n, k, longest(left, k, slack));
    const v = { data: packed, start: k * n + k, down: n };
    taus[k] = reflector(v, m - k);
    reflect({ data: packed, start: k * n, down: n }, v, taus[k]!, m - k, k + 1, n, room);
    downdate(packed, lengths, m, n, k);
  }
  return { m, n, packed, taus, order };
};

const columnLengths = (a: Float64Array, m: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, j) => columnLength({ data: a, start: j, down: n }, m));

const longest = (left: Float64Array, from: number, slack: number): number => {
  let most = 0;
  for (let j = from; j < left.length; j++) most = Math.max(most, left[j]!);
  let first = from;
  while (left[first]! < slack * most) first++;
  return first;
};

const exchange = (
  packed: Float64Array,
  { left, known }: Lengths,
  order: Int32Array,
  m: number,
  n: number,
  k: number,
  p: number,
): void => {
  if (p === k) return;
  for (let i = 0; i < m * n; i += n) {
    [packed[i + k], packed[i + p]] = [packed[i + p]!, packed[i + k]!];
  }
  [order[k], order[p]] = [order[p]!, order[k]!];
  // What stood at k has no further use.
  [left[p], known[p]] = [left[k]!, known[k]!];
};

/**
 * Takes row k of R out of the lengths; where too few digits would be left, they are computed anew
 * (Drmač & Bujanović 2008, ACM TOMS 35:2, section 3).
 */
const downdate = (
  packed: Float64Array,
  { left, known }: Lengths,
  m: number,
  n: number,
  k: number,
): void => {
  for (let j = k + 1; j < n; j++) {
    if (left[j] === 0) continue;
    const ratio = Math.abs(packed[k * n + j]!) / left[j]!;
    const kept = Math.max(0, (1 + ratio) * (1 - ratio));
    if (kept * (left[j]! / known[j]!) ** 2 > unsure) {
      left[j]! *= Math.sqrt(kept);
    } else {
      const rest = { data: packed, start: (k + 1) * n + j, down: n };
      left[j] = known[j] = columnLength(rest, m - k - 1);
    }
  }
};
