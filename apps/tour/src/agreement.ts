/** max |x − y| / max |y|: how far x is from y, relative to the largest entry of y. */
export const relativeDifference = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
  if (x.length !== y.length) return Infinity;
  const differences = Array.from(y, (yi, i) => Math.abs((x[i] ?? NaN) - yi));
  const difference = Math.max(0, ...differences);
  return difference === 0 ? 0 : difference / Math.max(...Array.from(y, Math.abs));
};

const certifiedDigits = 11;

/**
 * −log₁₀ |x − c|/|c|: how many digits of x are those of the certified c, at most the 11 that NIST
 * certifies (McCullough, The American Statistician 52, 1998).
 */
export const correctDigits = (x: number, certified: number): number =>
  Math.min(certifiedDigits, -Math.log10(Math.abs(x - certified) / Math.abs(certified)));
