import { Corral } from "./corral.ts";
import { powerOf2 } from "../clarke/vectors.ts";
import { dotOf } from "./dots.ts";

/** The minimum of ½|Σ wₖ·pₖ|² + Σ wₖ·aₖ over weights w ≥ 0 of sum 1. */
export interface SimplexMinimum {
  /** Σ wₖ·pₖ. */
  readonly point: Float64Array;
  readonly weights: Float64Array;
  /** The value there exceeds the least one by this at most; so does |point − least point|². */
  readonly gap: number;
}

/** Where a corral stands: x = Σ wₖ·pₖ, the slopes cₖ = ⟨pₖ, x⟩ + aₖ of all points, and their mean Σ wₖ·cₖ. */
interface Stand {
  readonly x: Float64Array;
  readonly slopes: Float64Array;
  readonly mean: number;
  readonly value: number;
}

const standOf = (corral: Corral, offsets: Float64Array): Stand => {
  const { members, points } = corral;
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  for (const member of members) member.weight /= total;
  const weights = members.map(({ weight }) => weight);
  const x = corral.combination(weights, new Float64Array(points[0]!.length));
  const slopes = Float64Array.from(points, (p, k) => dotOf(p, x) + offsets[k]!);
  const square = dotOf(x, x);
  const offset = members.reduce((sum, { index, weight }) => sum + weight * offsets[index]!, 0);
  return { x, slopes, mean: square + offset, value: square / 2 + offset };
};

/**
 * To the minimum over the affine hull of the members, as far as the weights stay positive: with
 * MᵀM = PᵀP + 11ᵀ the direction is d = −(MᵀM)⁻¹(c + μ·1), μ such that Σ dₖ = 0.
 * @returns whether they did, all the way
 */
const towardsHull = (corral: Corral, { slopes, mean }: Stand): boolean => {
  const sum = (entries: readonly number[]): number => entries.reduce((s, entry) => s + entry, 0);
  const steep = corral.solve(corral.members.map(({ index }) => slopes[index]! - mean));
  const flat = corral.solve(corral.members.map(() => 1));
  const shift = sum(steep) / sum(flat);
  const direction = flat.map((entry, k) => shift * entry - steep[k]!);
  return corral.move(direction, 1) === 1;
};

/** Minor cycles until the way is free twice: the second step takes the rounding of the first away. */
const settled = (corral: Corral, offsets: Float64Array): Stand => {
  for (let free = 0; free < 2;) {
    free = towardsHull(corral, standOf(corral, offsets)) ? free + 1 : 0;
  }
  return standOf(corral, offsets);
};

/** Wolfe's major cycle: takes in point j, and ends at the minimum over the hull of what then remains. */
const cycle = (corral: Corral, offsets: Float64Array, j: number): Stand => {
  if (!corral.members.some(({ index }) => index === j)) {
    const coordinates = corral.take(j);
    // A point of the hull already, with a smaller offset, takes the place of the first member it can.
    if (coordinates !== undefined) exchange(corral, j, coordinates);
  }
  return settled(corral, offsets);
};

const exchange = (corral: Corral, j: number, coordinates: readonly number[]): void => {
  const weight = corral.move(
    coordinates.map((w) => -w),
    Infinity,
  );
  if (corral.take(j) === undefined) corral.members.at(-1)!.weight = weight;
};

const least = (entries: ArrayLike<number>): number => {
  let best = 0;
  for (let k = 1; k < entries.length; k++) if (entries[k]! < entries[best]!) best = k;
  return best;
};

/** Below this, a difference of slopes is rounding: of any size where the nearest point itself is. */
const roundingOf = (largest: number, { x }: Stand, offsets: Float64Array): number => {
  const eps = 4 * Number.EPSILON * Math.sqrt(x.length);
  const offset = offsets.reduce((top, a) => Math.max(top, Math.abs(a)), 0);
  const length = Math.sqrt(dotOf(x, x));
  if (offset === 0 && length <= eps * largest) return Infinity;
  return eps * (largest * length + offset);
};

/** A corral of the points that have some of these weights; of the best single point if none has. */
const started = (
  points: readonly Float64Array[],
  offsets: Float64Array,
  weights: Float64Array,
): Corral => {
  const corral = new Corral(points);
  weights.forEach((weight, k) => {
    if (weight > 0 && corral.take(k) === undefined) corral.members.at(-1)!.weight = weight;
  });
  if (corral.members.length > 0) return corral;
  corral.take(least(points.map((p, k) => dotOf(p, p) / 2 + offsets[k]!)));
  corral.members[0]!.weight = 1;
  return corral;
};

/** The same of points of the size of 1. */
const unscaled = (
  points: readonly Float64Array[],
  offsets: Float64Array,
  from: Float64Array,
): SimplexMinimum => {
  const largest = Math.sqrt(points.reduce((top, p) => Math.max(top, dotOf(p, p)), 0));
  const corral = started(points, offsets, from);
  let best = recorded(corral, settled(corral, offsets));
  for (;;) {
    const { stand, weights, gap, next } = best;
    const done = gap <= roundingOf(largest, stand, offsets);
    const after = done ? stand : cycle(corral, offsets, next);
    if (done || !(after.value < stand.value)) return { point: stand.x, weights, gap };
    best = recorded(corral, after);
  }
};

/** A stand, the weights of all points, which a later cycle does not change, and the steepest point. */
const recorded = ({ members, points }: Corral, stand: Stand) => {
  const weights = new Float64Array(points.length);
  for (const { index, weight } of members) weights[index] = weight;
  const next = least(stand.slopes);
  return { stand, weights, next, gap: Math.max(0, stand.mean - stand.slopes[next]!) };
};

/**
 * Wolfe's method, with a linear term: members of a corral and their weights change until no point has a slope
 * below their common one. Every major cycle lowers the value, and there are finitely many corrals; where
 * rounding ends the descent, so does the method, and `gap` says how far it has come.
 * @param from weights to start at, of a problem that was nearly this one; the best single point if not given
 * @see Wolfe, Finding the nearest point in a polytope, 1976; Kiwiel, A method for solving certain quadratic
 * programming problems arising in nonsmooth optimization, 1986
 */
export const simplexMinimum = (
  points: readonly Float64Array[],
  offsets: Float64Array,
  from = new Float64Array(points.length),
): SimplexMinimum => {
  const size = powerOf2(points);
  const scaled = points.map((p) => p.map((entry) => entry / size));
  const scaledOffsets = offsets.map((a) => a / size / size);
  const { point, weights, gap } = unscaled(scaled, scaledOffsets, from);
  return { point: point.map((entry) => entry * size), weights, gap: gap * size * size };
};
