/** ⟨a, b⟩ */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
};

/** ‖a‖ */
export const length = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

/** a − b */
export const less = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((entry, k) => entry - b[k]!);

/** a·x + y */
export const plus = (y: Float64Array, a: number, x: ArrayLike<number>): Float64Array =>
  y.map((entry, k) => entry + a * x[k]!);

/** Whether every entry is 0. */
export const isZero = (x: Float64Array): boolean => x.every((entry) => entry === 0);

/** The power of 2 below the largest |entry|, by which division is exact; 1 if all are 0. */
export const powerOf2 = (vectors: readonly Float64Array[]): number => {
  let top = 0;
  for (const x of vectors) for (const entry of x) top = Math.max(top, Math.abs(entry));
  return top === 0 ? 1 : 2 ** Math.max(-1000, Math.floor(Math.log2(top)));
};

/** Of each term of a sum: how far its weight and the sum may be off. */
const rounding = 4 * Number.EPSILON;

/** Σ wₖ·pₖ with 0 in the place of each entry that is not clear of its own rounding. */
export const withoutRounding = (
  combination: Float64Array,
  weights: ArrayLike<number>,
  points: readonly Float64Array[],
): Float64Array =>
  combination.map((entry, i) => {
    const size = points.reduce((sum, p, k) => sum + weights[k]! * Math.abs(p[i]!), 0);
    return Math.abs(entry) <= rounding * size ? 0 : entry;
  });
