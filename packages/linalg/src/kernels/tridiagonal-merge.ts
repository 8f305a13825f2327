import { accumulate } from "./accumulate.ts";
import { exponentOf, largestMagnitude } from "./exponent.ts";
import { type Secular, secularRoots } from "./secular.ts";
import { type Deflated, deflate } from "./tridiagonal-deflate.ts";
import { beyond, rowsOf } from "./view.ts";

/** Eigenvalues d of diagonal blocks of an n×n tridiagonal matrix, ascending in each, and eigenvectors. */
export interface Blocks {
  readonly n: number;
  readonly d: Float64Array;
  /** Row i is the vector of dᵢ, which has entries in the columns of its block alone. */
  readonly zt: Float64Array;
}

/** Two blocks, of the rows from ≤ i < mid and mid ≤ i < to, and the entry beside them. */
export interface Seam {
  readonly from: number;
  readonly mid: number;
  readonly to: number;
  readonly coupling: number;
}

/**
 * Makes one block of two (Cuppen 1981): beside its blocks, from whose corners |coupling| has been
 * subtracted, the matrix is ρ·w·wᵀ, and so D + ρ·z·zᵀ in their eigenvectors.
 */
export const merge = (blocks: Blocks, seam: Seam): void => {
  const { n, zt } = blocks;
  const { from, mid, to, coupling } = seam;
  const d = blocks.d.subarray(from, to);
  const z = Float64Array.from({ length: to - from }, (_, i) => {
    const row = (from + i) * n;
    return from + i < mid ? zt[row + mid - 1]! : Math.sign(coupling) * zt[row + mid]!;
  });
  // zᵀz is 2; a block far smaller than the others must not underflow.
  const unit = 2 ** Math.max(-1000, exponentOf(Math.max(largestMagnitude(d), Math.abs(coupling))));
  for (let i = 0; i < d.length; i++) d[i]! /= unit;
  const supports = new Int8Array(d.length).fill(second).fill(first, 0, mid - from);
  const rho = Math.abs(coupling) / unit;
  const deflated = deflate(d, z, rho, ascending(d), (i, j, c, s) => {
    if (supports[i] !== supports[j]) supports[i] = supports[j] = both;
    turnRows(zt, (from + i) * n + from, (from + j) * n + from, to - from, c, s);
  });
  combine(blocks, seam, d, z, rho, deflated, supports);
  for (let i = 0; i < d.length; i++) d[i]! *= unit;
};

/** Where a row has entries: in the columns of the first block, of both, of the second. */
const [first, both, second] = [0, 1, 2];

const ascending = (d: Float64Array): number[] => Array.from(d.keys()).sort((i, j) => d[i]! - d[j]!);

const turnRows = (
  a: Float64Array,
  upper: number,
  lower: number,
  length: number,
  c: number,
  s: number,
): void => {
  for (let k = 0; k < length; k++) {
    const x = a[upper + k]!;
    const y = a[lower + k]!;
    a[upper + k] = c * x + s * y;
    a[lower + k] = c * y - s * x;
  }
};

/** Replaces what was kept by the eigenvalues and vectors of D + ρ·z·zᵀ, and sorts all. */
const combine = (
  { n, zt }: Blocks,
  { from, mid, to }: Seam,
  d: Float64Array,
  z: Float64Array,
  rho: number,
  { kept, rest }: Deflated,
  supports: Int8Array,
): void => {
  const size = to - from;
  const pick = (x: Float64Array) => Float64Array.from(kept, (i) => x[i]!);
  const secular = secularRoots(pick(d), pick(z), rho);
  // Grouped by support, so that each half is one product without the rows that are 0 there.
  const places = Array.from(kept.keys()).sort((a, b) => supports[kept[a]!]! - supports[kept[b]!]!);
  const vectors = secularVectors(pick(d), pick(z), secular, places);
  const k = kept.length;
  const rows = new Float64Array(k * size);
  const row = (i: number) => zt.subarray((from + i) * n + from, (from + i) * n + to);
  places.forEach((place, to) => rows.set(row(kept[place]!), to * size));
  const upTo = kept.filter((i) => supports[i] !== second).length;
  const after = kept.filter((i) => supports[i] === first).length;
  const result = new Float64Array(size * size);
  const width = mid - from;
  const [Z, V, R] = [rowsOf(result, size), rowsOf(vectors, k), rowsOf(rows, size)];
  accumulate(Z, V, R, k, upTo, width, 1);
  const [right, bottom] = [beyond(Z, 0, width), beyond(R, after, width)];
  accumulate(right, beyond(V, 0, after), bottom, k, k - after, size - width, 1);
  rest.forEach((i, position) => result.set(row(i), (k + position) * size));
  const values = Float64Array.from([...secular.roots, ...rest.map((i) => d[i]!)]);
  ascending(values).forEach((i, to) => {
    d[to] = values[i]!;
    row(to).set(result.subarray(i * size, i * size + size));
  });
};

/**
 * The unit eigenvectors as rows, entry j of each at position places⁻¹[j]: proportional to ẑⱼ/(dⱼ − λᵢ)
 * where ẑ is the z of which the roots are exact, so that they are orthogonal (Gu & Eisenstat 1995).
 */
const secularVectors = (
  d: Float64Array,
  z: Float64Array,
  { distances }: Secular,
  places: readonly number[],
): Float64Array => {
  const k = d.length;
  const exact = exactWeights(d, z, distances);
  const vectors = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    let squares = 0;
    for (let to = 0; to < k; to++) {
      const j = places[to]!;
      const entry = exact[j]! / distances[i * k + j]!;
      vectors[i * k + to] = entry;
      squares += entry * entry;
    }
    const norm = Math.sqrt(squares);
    for (let to = 0; to < k; to++) vectors[i * k + to]! /= norm;
  }
  return vectors;
};

/** ẑⱼ² is proportional to Πᵢ (λᵢ − dⱼ) / Πᵢ≠ⱼ (dᵢ − dⱼ) (Löwner 1934). */
const exactWeights = (d: Float64Array, z: Float64Array, distances: Float64Array): Float64Array => {
  const k = d.length;
  const squares = new Float64Array(k).fill(1);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const distance = distances[i * k + j]!;
      squares[j]! *= i === j ? distance : distance / (d[j]! - d[i]!);
    }
  }
  return squares.map((square, j) => Math.sign(z[j]!) * Math.sqrt(Math.abs(square)));
};
