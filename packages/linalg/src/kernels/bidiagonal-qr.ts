import { type Rotations, applyRotations, beginSweep } from "./bidiagonal-rotations.ts";

/** An entry beside the diagonal is nothing if it moves no singular value by more than this part of it. */
const tolerance = 5 * Number.EPSILON;

/** A shift may cost the smallest singular values of a block so much times n of their accuracy, no more. */
const sacrifice = 50 * Number.EPSILON;

/** The most sweeps for each singular value; two or three are enough. */
const patience = 60;

/** The block of rows lo ≤ i ≤ hi, and whether sweeps run down it or up. */
interface Block {
  lo: number;
  hi: number;
  down: boolean;
}

/**
 * The singular values of the upper bidiagonal matrix with diagonal d and e above it, by the implicit QR
 * iteration, shifted by zero wherever a shift would cost small values their relative accuracy (Demmel &
 * Kahan 1990, SIAM J. Sci. Stat. Comput. 11, 873–912); in place of d, with either sign and in no order.
 * The rotations, if given, turn the columns of their U and V along. Gives false if it does not end.
 */
export const iterateQr = (d: Float64Array, e: Float64Array, R?: Rotations): boolean => {
  const n = d.length;
  const negligible = leastEntry(d, e);
  const room = new Float64Array(R === undefined ? 4 : 0);
  const block: Block = { lo: n, hi: n, down: true };
  let hi = n - 1;
  for (let sweeps = 0; hi > 0;) {
    const lo = blockStart(e, hi, negligible);
    if (lo === hi) {
      hi--;
      continue;
    }
    enter(block, d, lo, hi);
    const smallest = split(d, e, block);
    if (smallest < 0) continue;
    if (sweeps++ > patience * n) return false;
    sweep(d, e, block, shiftOf(d, e, block, smallest), room, R);
  }
  if (R !== undefined) applyRotations(R);
  return true;
};

/** What is too small to tell from 0 beside the smallest singular value (Demmel & Kahan 1990, section 4). */
const leastEntry = (d: Float64Array, e: Float64Array): number => {
  const n = d.length;
  let mu = Math.abs(d[0] ?? 0);
  let least = mu;
  for (let i = 1; i < n && least > 0; i++) {
    mu = Math.abs(d[i]!) * (mu / (mu + Math.abs(e[i - 1]!)));
    least = Math.min(least, mu);
  }
  return Math.max((tolerance * least) / Math.sqrt(n), n * n * 2 ** -1019);
};

/** The first row of the block that ends in row hi. */
const blockStart = (e: Float64Array, hi: number, negligible: number): number => {
  for (let i = hi - 1; i >= 0; i--) {
    if (Math.abs(e[i]!) > negligible) continue;
    e[i] = 0;
    return i + 1;
  }
  return 0;
};

/** A block that is no part of the last one is swept from its larger end to its smaller. */
const enter = (block: Block, d: Float64Array, lo: number, hi: number): void => {
  const within = lo >= block.lo && hi <= block.hi;
  if (!within) block.down = Math.abs(d[lo]!) >= Math.abs(d[hi]!);
  block.lo = lo;
  block.hi = hi;
};

/**
 * Clears an entry that is negligible beside the singular values of the part before it, and gives −1; or
 * gives a lower bound, but for a factor of √n, of the smallest singular value of the block.
 */
const split = (d: Float64Array, e: Float64Array, { lo, hi, down }: Block): number => {
  const [first, last, step] = down ? [lo, hi, 1] : [hi, lo, -1];
  const beside = down ? 0 : -1;
  const end = last - step + beside;
  if (Math.abs(e[end]!) <= tolerance * Math.abs(d[last]!)) {
    e[end] = 0;
    return -1;
  }
  let mu = Math.abs(d[first]!);
  let smallest = mu;
  for (let i = first; i !== last; i += step) {
    const size = Math.abs(e[i + beside]!);
    if (size <= tolerance * mu) {
      e[i + beside] = 0;
      return -1;
    }
    mu = Math.abs(d[i + step]!) * (mu / (mu + size));
    smallest = Math.min(smallest, mu);
  }
  return smallest;
};

/** The smaller singular value of the 2×2 matrix at the end of the block, or 0. */
const shiftOf = (d: Float64Array, e: Float64Array, block: Block, smallest: number): number => {
  const { lo, hi, down } = block;
  let largest = Math.abs(d[hi]!);
  for (let i = lo; i < hi; i++) largest = Math.max(largest, Math.abs(d[i]!), Math.abs(e[i]!));
  const n = d.length;
  if (n * sacrifice * (smallest / largest) <= Number.EPSILON / 2) return 0;
  const shift = down
    ? smallerValue(d[hi - 1]!, e[hi - 1]!, d[hi]!)
    : smallerValue(d[lo + 1]!, e[lo]!, d[lo]!);
  const start = Math.abs(down ? d[lo]! : d[hi]!);
  return (shift / start) ** 2 < Number.EPSILON / 2 ? 0 : shift;
};

/** √(x² + y²); squares of what is scaled to the middle of the range can only underflow. */
const length = (x: number, y: number): number => {
  const r = Math.sqrt(x * x + y * y);
  return r > 1e-140 ? r : Math.hypot(x, y);
};

/** σ₂ = |f·h|/σ₁ of (f g; 0 h), where 2·σ₁ = √((f + h)² + g²) + √((f − h)² + g²). */
const smallerValue = (f: number, g: number, h: number): number => {
  const [p, q] = [Math.abs(f), Math.abs(h)];
  const largest = (length(p + q, g) + length(p - q, g)) / 2;
  return largest === 0 ? 0 : Math.min(p, q) * (Math.max(p, q) / largest);
};

/** Puts c and s with c·f + s·g = r and c·g = s·f at a place, and gives r. */
const rotate = (f: number, g: number, turns: Float64Array, place: number): number => {
  let r = Math.sqrt(f * f + g * g);
  if (r > 1e-140) {
    turns[place] = f / r;
    turns[place + 1] = g / r;
    return r;
  }
  // Their squares may have underflown.
  const [x, y] = [f * 2 ** 600, g * 2 ** 600];
  r = Math.sqrt(x * x + y * y);
  turns[place] = r === 0 ? 1 : x / r;
  turns[place + 1] = r === 0 ? 0 : y / r;
  return r / 2 ** 600;
};

/** The part of a sweep that does not depend on its kind. */
interface Sweep {
  readonly first: number;
  readonly step: 1 | -1;
  readonly length: number;
  /** Rotations, four numbers each: from `place` on, or all in one place where none is kept. */
  readonly turns: Float64Array;
  readonly place: number;
  readonly stride: 0 | 4;
  /** Where among the four those stand that turn columns of B, and its rows. */
  readonly columns: 0 | 2;
  readonly rows: 0 | 2;
}

/**
 * One sweep. To sweep up is to sweep down the matrix that is reversed and transposed, upper bidiagonal
 * too: there U and V change their parts.
 */
const sweep = (
  d: Float64Array,
  e: Float64Array,
  { lo, hi, down }: Block,
  shift: number,
  room: Float64Array,
  R: Rotations | undefined,
): void => {
  const along: Sweep = {
    first: down ? lo : hi,
    step: down ? 1 : -1,
    length: hi - lo,
    turns: R === undefined ? room : R.turns,
    place: R === undefined ? 0 : beginSweep(R, down ? lo : hi, down ? 1 : -1, hi - lo),
    stride: R === undefined ? 0 : 4,
    columns: down ? 2 : 0,
    rows: down ? 0 : 2,
  };
  if (shift === 0) sweepUnshifted(d, e, along);
  else sweepShifted(d, e, along, shift);
};

/** Multiplications alone: every entry keeps its relative accuracy (Demmel & Kahan 1990, section 3). */
const sweepUnshifted = (d: Float64Array, e: Float64Array, along: Sweep): void => {
  const { first, step, length: count, turns, place, stride, columns, rows } = along;
  const beside = step > 0 ? 0 : -1;
  let [c, oldC, oldS] = [1, 1, 0];
  let p = first;
  for (let k = 0, at = place; k < count; k++, p += step, at += stride) {
    const r = rotate(d[p]! * c, e[p + beside]!, turns, at + columns);
    c = turns[at + columns]!;
    const s = turns[at + columns + 1]!;
    if (k > 0) e[p - step + beside] = oldS * r;
    d[p] = rotate(oldC * r, d[p + step]! * s, turns, at + rows);
    oldC = turns[at + rows]!;
    oldS = turns[at + rows + 1]!;
  }
  const rest = d[p]! * c;
  d[p] = rest * oldC;
  e[p - step + beside] = rest * oldS;
};

/** Chases the bulge that the shifted first rotation makes (Golub & Van Loan 2013, section 8.6.3). */
const sweepShifted = (d: Float64Array, e: Float64Array, along: Sweep, shift: number): void => {
  const { first, step, length: count, turns, place, stride, columns, rows } = along;
  const beside = step > 0 ? 0 : -1;
  const start = d[first]!;
  let f = (Math.abs(start) - shift) * (Math.sign(start) + shift / start);
  let g = e[first + beside]!;
  let p = first;
  for (let k = 0, at = place; k < count; k++, p += step, at += stride) {
    const here = p + beside;
    const there = p + step;
    const r = rotate(f, g, turns, at + columns);
    let c = turns[at + columns]!;
    let s = turns[at + columns + 1]!;
    if (k > 0) e[here - step] = r;
    f = c * d[p]! + s * e[here]!;
    e[here] = c * e[here]! - s * d[p]!;
    g = s * d[there]!;
    d[there]! *= c;
    d[p] = rotate(f, g, turns, at + rows);
    c = turns[at + rows]!;
    s = turns[at + rows + 1]!;
    f = c * e[here] + s * d[there]!;
    d[there] = c * d[there]! - s * e[here];
    if (k + 1 === count) e[here] = f;
    else {
      g = s * e[here + step]!;
      e[here + step]! *= c;
    }
  }
};
