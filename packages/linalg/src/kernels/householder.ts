import { exponentOf } from "./exponent.ts";

/** A column of a matrix inside an array: entry i stands at start + i·down. */
export interface Column {
  readonly data: Float64Array;
  readonly start: number;
  readonly down: number;
}

/** Whether a sum of squares lost neither digits to underflow, which it may below (2⁻⁴⁸⁰)², nor its value to overflow. */
const isSafe = (sum: number): boolean => sum >= 2 ** -960 && sum < Infinity;

/** The sum of the squares of the entries from ≤ i < to. */
const squares = ({ data, start, down }: Column, from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const entry = data[start + i * down]!;
    sum += entry * entry;
  }
  return sum;
};

/** Divides a column by a power of two that brings it near 1, which is exact, and gives that power; 0 of zeros. */
const lift = ({ data, start, down }: Column, count: number): number => {
  let top = 0;
  for (let i = 0; i < count; i++) top = Math.max(top, Math.abs(data[start + i * down]!));
  if (top === 0) return 0;
  const unit = 2 ** exponentOf(top);
  for (let i = 0; i < count; i++) data[start + i * down]! /= unit;
  return unit;
};

/** ‖x‖₂ of a column. */
export const columnLength = (x: Column, count: number): number => {
  const sum = squares(x, 0, count);
  if (isSafe(sum)) return Math.sqrt(sum);
  const copy = Float64Array.from({ length: count }, (_, i) => x.data[x.start + i * x.down]!);
  const lifted = { data: copy, start: 0, down: 1 };
  return lift(lifted, count) * Math.sqrt(squares(lifted, 0, count));
};

/**
 * τ of the reflection H = I − τ·v·vᵀ, v₀ = 1, with H·x = (β, 0, …), where |β| = ‖x‖₂ and β differs in
 * sign from x₀ (Golub & Van Loan 2013, section 5.1; the scaling of LAPACK's dlarfg). β takes the place of
 * x₀, the rest of v that of the rest of x. τ is 0, H = I and β = x₀ if there is nothing to annihilate.
 */
export const reflector = (x: Column, count: number): number => {
  const { data, start, down } = x;
  let tail = squares(x, 1, count);
  let unit = 1;
  if (!isSafe(tail + data[start]! ** 2)) {
    unit = lift(x, count);
    tail = squares(x, 1, count);
  }
  const alpha = data[start]!;
  const beta = tail === 0 ? alpha : -Math.sign(alpha || 1) * Math.sqrt(alpha * alpha + tail);
  data[start] = beta * unit;
  if (tail === 0) return 0;
  const factor = 1 / (alpha - beta);
  for (let i = 1; i < count; i++) data[start + i * down]! *= factor;
  return (beta - alpha) / beta;
};

/** Rows of an array: `count` of them, the first at `start`, each `down` after the one before. */
export interface Rows {
  readonly data: Float64Array;
  readonly start: number;
  readonly down: number;
}

/**
 * C −= v·(τ·vᵀ·C) for the columns from ≤ j < to of C, where v is (1, x₁, x₂, …); `w` is room for `to`
 * numbers. Four rows at a time, so that w is loaded and stored a quarter as often.
 */
export const reflect = (
  C: Rows,
  v: Column,
  tau: number,
  count: number,
  from: number,
  to: number,
  w: Float64Array,
): void => {
  if (tau === 0 || from >= to) return;
  combineRows(C, v, count, from, to, w);
  for (let j = from; j < to; j++) {
    const entry = tau * w[j]!;
    w[j] = entry;
    C.data[C.start + j]! -= entry;
  }
  spread(C, v, count, from, to, w);
};

/** w = vᵀ·C */
const combineRows = (
  C: Rows,
  v: Column,
  count: number,
  from: number,
  to: number,
  w: Float64Array,
): void => {
  const { data: c, start, down } = C;
  const { data: x, start: top, down: step } = v;
  for (let j = from; j < to; j++) w[j] = c[start + j]!;
  let i = 1;
  for (; i + 3 < count; i += 4) {
    const at = top + i * step;
    const [x0, x1, x2, x3] = [x[at]!, x[at + step]!, x[at + 2 * step]!, x[at + 3 * step]!];
    const r0 = start + i * down;
    const r1 = r0 + down;
    const r2 = r1 + down;
    const r3 = r2 + down;
    for (let j = from; j < to; j++) {
      w[j]! += x0 * c[r0 + j]! + x1 * c[r1 + j]! + (x2 * c[r2 + j]! + x3 * c[r3 + j]!);
    }
  }
  for (; i < count; i++) {
    const x0 = x[top + i * step]!;
    const r0 = start + i * down;
    for (let j = from; j < to; j++) w[j]! += x0 * c[r0 + j]!;
  }
};

/** C −= (0, x₁, x₂, …)·w */
const spread = (
  C: Rows,
  v: Column,
  count: number,
  from: number,
  to: number,
  w: Float64Array,
): void => {
  const { data: c, start, down } = C;
  const { data: x, start: top, down: step } = v;
  let i = 1;
  for (; i + 3 < count; i += 4) {
    const at = top + i * step;
    const [x0, x1, x2, x3] = [x[at]!, x[at + step]!, x[at + 2 * step]!, x[at + 3 * step]!];
    const r0 = start + i * down;
    const r1 = r0 + down;
    const r2 = r1 + down;
    const r3 = r2 + down;
    for (let j = from; j < to; j++) {
      const entry = w[j]!;
      c[r0 + j]! -= x0 * entry;
      c[r1 + j]! -= x1 * entry;
      c[r2 + j]! -= x2 * entry;
      c[r3 + j]! -= x3 * entry;
    }
  }
  for (; i < count; i++) {
    const x0 = x[top + i * step]!;
    const r0 = start + i * down;
    for (let j = from; j < to; j++) c[r0 + j]! -= x0 * w[j]!;
  }
};
