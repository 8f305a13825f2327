import { Matrix, type Spectrum, type Value, entriesOf, value } from "@jacobian/core";
import type { Body } from "./kink.ts";

/**
 * Coefficients in general position within a body: what holds for them holds for nearly all. (Multiples of
 * the golden section, which no gradients know.)
 */
export const general = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => (((k + 1) * 0.6180339887498949) % 1) / n + 0.01);

/**
 * The unit ball: ‖x‖ is the largest of u·x over it. At 0 the first direction in which x moves says which u
 * it is (Khan & Barton 2013).
 */
export const ball = (n: number): Body => ({
  curvature: 1,
  refine: (state, v) => {
    if (state !== undefined) return state;
    const length = Math.hypot(...v);
    return length > 0 ? v.map((entry) => entry / length) : undefined;
  },
  // A state is what `refine` has given.
  coefficients: (state) => (state as Float64Array | undefined) ?? new Float64Array(n),
  isSettled: (state) => state !== undefined,
});

/** Orthonormal vectors, and which of the eigenvalues on their span is meant, ascending. */
export interface Eigenspace {
  readonly basis: readonly Float64Array[];
  readonly rank: number;
}

/** Eigenvalues this close are one: linalg's own measure. */
export const gapOf = (values: ArrayLike<number>): number =>
  values.length * 2 ** -52 * Math.max(...Array.from(values, Math.abs));

/** Groups of neighbouring ascending numbers, each no further than `gap` from the next: [from, to). */
export const clusters = (
  values: ArrayLike<number>,
  gap: number,
): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (let j = 0; j < values.length; j++) {
    const last = found.at(-1);
    if (last !== undefined && values[j]! - values[j - 1]! <= gap) last[1] = j + 1;
    else found.push([j, j + 1]);
  }
  return found;
};

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, k) => sum + x * b[k]!, 0);

/** Column j of a square matrix. */
export const columnOf = (V: Value, j: number): Float64Array => {
  const entries = entriesOf(value(V));
  const n = Math.sqrt(entries.length);
  return Float64Array.from({ length: n }, (_, i) => entries[i * n + j]!);
};

/** Qᵀ·E·Q */
const compressed = (basis: readonly Float64Array[], E: Float64Array): Matrix => {
  const images = basis.map((q) =>
    q.map((_, i) => dot(q, E.subarray(i * q.length, (i + 1) * q.length))),
  );
  return Matrix.fromRows(basis.map((p) => images.map((image) => dot(p, image))));
};

/** The eigenspace within this one that belongs to the derivative along E. */
const split = (
  decompose: Spectrum["decompose"],
  { basis, rank }: Eigenspace,
  E: Float64Array,
): Eigenspace => {
  const [values, V] = decompose(compressed(basis, E));
  const slopes = entriesOf(values);
  const [from, to] = clusters(slopes, gapOf(slopes)).find(([, end]) => rank < end)!;
  const inner = Array.from({ length: to - from }, (_, j) => {
    const weights = columnOf(V, from + j);
    return basis[0]!.map((_, i) => weights.reduce((sum, w, k) => sum + w * basis[k]![i]!, 0));
  });
  return { basis: inner, rank: rank - from };
};

/**
 * The spectraplex {Q·Z·Qᵀ : Z ⪰ 0, tr Z = 1} of an eigenspace: the largest eigenvalue is the largest of
 * ⟨·, A⟩ over it, the smallest the smallest. Along E the eigenvalues move by those of Qᵀ·E·Q (Lewis 1996;
 * Hiriart-Urruty & Lemaréchal 1993, chapter VI).
 */
export const spectraplex = (decompose: Spectrum["decompose"], start: Eigenspace): Body => ({
  curvature: start.rank === start.basis.length - 1 ? 1 : start.rank === 0 ? -1 : 0,
  // States are what `refine` has given.
  refine: (state, v) => split(decompose, (state as Eigenspace | undefined) ?? start, v),
  coefficients: (state) => {
    const { basis, rank } = (state as Eigenspace | undefined) ?? start;
    const q = basis[rank]!;
    return Float64Array.from(
      { length: q.length ** 2 },
      (_, k) => q[Math.floor(k / q.length)]! * q[k % q.length]!,
    );
  },
  isSettled: (state) => ((state as Eigenspace | undefined) ?? start).basis.length === 1,
});
