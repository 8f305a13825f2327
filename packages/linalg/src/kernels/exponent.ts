/** ⌊log₂|x|⌋ up to one rounding, so that |x|/2^e is near 1; in the range of exponents of float64. */
export const exponentOf = (x: number): number => Math.min(Math.floor(Math.log2(Math.abs(x))), 1023);

/** The largest magnitude; 0 of no entries, and unspecified if one is NaN. */
export const largestMagnitude = (a: Float64Array): number => {
  let top = 0;
  for (const entry of a) {
    const size = Math.abs(entry);
    if (size > top) top = size;
  }
  return top;
};

/** Sums, products and quotients of this many bits beyond an entry stay in the range of float64. */
const margin = 500;

/** The power of two near the largest entry if that is near an end of the range, else 1. */
export const unitOf = (entries: Float64Array): number => {
  const exponent = exponentOf(largestMagnitude(entries));
  return Math.abs(exponent) <= margin || exponent === -Infinity ? 1 : 2 ** exponent;
};
