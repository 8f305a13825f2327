/** The eigenvalues of D + ρ·z·zᵀ. */
export interface Secular {
  readonly roots: Float64Array;
  /** Row i holds dⱼ − λᵢ, each to almost full relative accuracy. */
  readonly distances: Float64Array;
}

/** The most steps for each root; three to five are enough. */
const patience = 100;

/**
 * The roots of 1/ρ + Σ zⱼ²/(dⱼ − λ) = 0 for ascending d that differ, z without zeros, and ρ > 0: one between
 * each two neighbours of d, and one beyond. Each is sought from the nearer neighbour, so that the distance
 * to it is accurate (Gu & Eisenstat 1995), by the middle way of Li (1993) within a bracket.
 */
export const secularRoots = (d: Float64Array, z: Float64Array, rho: number): Secular => {
  const k = d.length;
  const roots = new Float64Array(k);
  const distances = new Float64Array(k * k);
  const squares = z.map((entry) => entry * entry);
  const reach = rho * squares.reduce((sum, square) => sum + square, 0);
  for (let i = 0; i < k; i++) {
    const row = distances.subarray(i * k, i * k + k);
    roots[i] = k === 1 ? only(d, row, reach) : findRoot(d, squares, 1 / rho, i, reach, row);
  }
  return { roots, distances };
};

const only = (d: Float64Array, row: Float64Array, reach: number): number => {
  row[0] = -reach;
  return d[0]! + reach;
};

/** f, and the derivatives of its sums over the poles up to `split` and beyond. */
interface Sums {
  f: number;
  /** The sum of the magnitudes of the terms of f. */
  size: number;
  left: number;
  right: number;
}

/** f where the poles stand at the given distances. */
const evaluate = (
  distances: Float64Array,
  squares: Float64Array,
  constant: number,
  split: number,
  sums: Sums,
): void => {
  let [f, size, left, right] = [constant, constant, 0, 0];
  for (let j = 0; j <= split; j++) {
    const ratio = squares[j]! / distances[j]!;
    f += ratio;
    size += Math.abs(ratio);
    left += ratio / distances[j]!;
  }
  for (let j = split + 1; j < squares.length; j++) {
    const ratio = squares[j]! / distances[j]!;
    f += ratio;
    size += Math.abs(ratio);
    right += ratio / distances[j]!;
  }
  sums.f = f;
  sums.size = size;
  sums.left = left;
  sums.right = right;
};

/** Sets dⱼ − (origin + τ), and gives τ. */
const place = (d: Float64Array, origin: number, tau: number, distances: Float64Array): number => {
  for (let j = 0; j < d.length; j++) distances[j] = d[j]! - origin - tau;
  return tau;
};

const findRoot = (
  d: Float64Array,
  squares: Float64Array,
  constant: number,
  i: number,
  reach: number,
  distances: Float64Array,
): number => {
  const last = i === d.length - 1;
  const split = last ? i - 1 : i;
  const gap = last ? reach : d[i + 1]! - d[i]!;
  const sums: Sums = { f: 0, size: 0, left: 0, right: 0 };
  place(d, d[i]!, gap / 2, distances);
  evaluate(distances, squares, constant, split, sums);
  // f grows from −∞ to ∞ between two poles.
  const leftHalf = sums.f >= 0;
  const pole = last || leftHalf ? i : i + 1;
  const origin = d[pole]!;
  let [low, high] = pole > i ? [-gap / 2, 0] : leftHalf ? [0, gap / 2] : [gap / 2, gap];
  const start = guess(distances, squares, sums.f, split, pole, d[split + 1]! - d[split]!);
  let tau = place(d, origin, start > low && start < high ? start : (low + high) / 2, distances);
  for (let step = 0; step < patience; step++) {
    evaluate(distances, squares, constant, split, sums);
    const slope = sums.left + sums.right;
    if (Math.abs(sums.f) <= Number.EPSILON * (sums.size + Math.abs(tau) * slope)) break;
    if (sums.f < 0) low = tau;
    else high = tau;
    let next = tau + middleWay(sums, distances[split]!, distances[split + 1]!, last);
    if (!(next > low && next < high)) next = tau - sums.f / slope;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (next === tau) break;
    tau = place(d, origin, next, distances);
  }
  return origin + tau;
};

/**
 * τ from the pole where only the two poles beside the root move, the rest of f at the middle of the
 * interval being kept.
 */
const guess = (
  distances: Float64Array,
  squares: Float64Array,
  f: number,
  split: number,
  pole: number,
  gap: number,
): number => {
  const [s, t] = [squares[split]!, squares[split + 1]!];
  const rest = f - s / distances[split]! - t / distances[split + 1]!;
  if (pole === split) return smallerRoot(rest, rest * gap + s + t, s * gap);
  // c·τ² + (c·gap − s − t)·τ − t·gap = 0 has a root of each sign, for c > 0.
  const half = (rest * gap - s - t) / 2;
  const root = Math.sqrt(Math.abs(half * half + rest * t * gap));
  const positive = distances[pole]! < 0;
  if (positive) return half <= 0 ? (root - half) / rest : (t * gap) / (half + root);
  return half <= 0 ? (-t * gap) / (root - half) : -(half + root) / rest;
};

/** The root of c·x² − a·x + b = 0 that stays finite as c vanishes. */
const smallerRoot = (c: number, a: number, b: number): number => {
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  return a <= 0 ? (a - root) / (2 * c) : (2 * b) / (a + root);
};

/** The step to the root of a function with two poles that has the value and the slopes of f. */
const middleWay = (sums: Sums, p: number, q: number, last: boolean): number => {
  const { f, left, right } = sums;
  const c = f - p * left - q * right;
  const a = (p + q) * f - p * q * (left + right);
  const b = p * q * f;
  if (!last) return smallerRoot(c, a, b);
  const root = Math.sqrt(Math.abs(a * a - 4 * b * c));
  return a >= 0 ? (a + root) / (2 * c) : (2 * b) / (a - root);
};
