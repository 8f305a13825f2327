/** The orders i₁, …, iₙ of a derivative in each variable. */
export type MultiIndex = readonly number[];

/** i₁ + … + iₙ */
export const degreeOf = (index: MultiIndex): number => index.reduce((total, n) => total + n, 0);

/** All multi-indices of n entries that sum to this degree, the first variable's powers falling. */
export const multiIndices = (n: number, degree: number): readonly MultiIndex[] => {
  if (n === 0) return degree === 0 ? [[]] : [];
  return Array.from({ length: degree + 1 }, (_, k) => degree - k).flatMap((first) =>
    multiIndices(n - 1, degree - first).map((rest) => [first, ...rest]),
  );
};

const product = (factors: readonly bigint[]): bigint => factors.reduce((p, f) => p * f, 1n);

/** n·(n − s)·(n − 2s)…: k factors. */
const falling = (n: bigint, k: number, s: bigint): bigint =>
  product(Array.from({ length: k }, (_, r) => n - BigInt(r) * s));

const factorial = (n: number): bigint => falling(BigInt(n), n, 1n);

const binomial = (n: number, k: number): bigint => falling(BigInt(n), k, 1n) / factorial(k);

/** All m with 0 ≤ m ≤ i, entry by entry. */
const below = (index: MultiIndex): readonly MultiIndex[] =>
  index.reduce<MultiIndex[]>(
    (partial, n) => partial.flatMap((m) => Array.from({ length: n + 1 }, (_, k) => [...m, k])),
    [[]],
  );

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** p/q, each rounded once after what they share is cancelled. */
const ratio = (p: bigint, q: bigint): number => {
  const shared = gcd(p < 0n ? -p : p, q);
  return Number(p / shared) / Number(q / shared);
};

/**
 * γ(i, j): what the coefficient of t^|i| along x + t·j, |j| = d, contributes to ∂^|i|f/∂x^i, which is
 * Σ_j γ(i, j)·c_|i|(j) over all |j| = d (Griewank, Utke & Walther 2000, Math. Comp. 69, equations 13 and 14):
 *
 *     γ(i, j) = Σ_{0 < m ≤ i} (−1)^|i−m| · C(i, m) · C(d·m/|m|, j) · (|m|/d)^|i|
 *
 * with generalized binomial coefficients, in exact fractions.
 */
export const interpolation = (i: MultiIndex, j: MultiIndex): number => {
  const [order, d] = [degreeOf(i), degreeOf(j)];
  // Of every term |m|^d is a denominator, and |m| divides d!.
  const common = factorial(d) ** BigInt(d);
  const total = below(i).reduce((sum, m) => {
    const size = degreeOf(m);
    if (size === 0) return sum;
    const s = BigInt(size);
    const chosen = product(i.map((n, l) => binomial(n, m[l] ?? 0)));
    const stretched = product(m.map((n, l) => falling(BigInt(d * n), j[l] ?? 0, s)));
    const term = chosen * stretched * s ** BigInt(order) * (common / s ** BigInt(d));
    return (order - size) % 2 === 0 ? sum + term : sum - term;
  }, 0n);
  return ratio(total, common * BigInt(d) ** BigInt(order) * product(j.map(factorial)));
};
