/** The representative of c modulo m in 0 … m − 1. */
export const reduced = (c: bigint, m: bigint): bigint => {
  const r = c % m;
  return r < 0n ? r + m : r;
};

/** The representative of c modulo m nearest to 0. */
export const balanced = (c: bigint, m: bigint): bigint => {
  const r = reduced(c, m);
  return 2n * r > m ? r - m : r;
};

/** 1/a modulo m; they have no factor in common. */
export const inverse = (a: bigint, m: bigint): bigint => {
  let [r, s, x, y] = [m, reduced(a, m), 0n, 1n];
  while (s > 0n) {
    const q = r / s;
    [r, s, x, y] = [s, r - q * s, y, x - q * y];
  }
  return reduced(x, m);
};

/** Whether n > 1 is prime, by trial division. */
export const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
};
