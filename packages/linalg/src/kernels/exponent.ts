/** ⌊log₂|x|⌋ up to one rounding, so that |x|/2^e is near 1; in the range of exponents of float64. */
export const exponentOf = (x: number): number => Math.min(Math.floor(Math.log2(Math.abs(x))), 1023);

/** The largest magnitude; 0 of no entries, and unspecified if one is NaN. */
export const largestMagnitude = (a: Float64Array): number => {
  let top = 0;
  for (const entry of a) if (Math.abs(entry) > top) top = Math.abs(entry);
  return top;
};
