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

/** n·(n − s)·(n − 2s)…: the products of 0, 1, …, k factors. */
const falling = (n: bigint, k: number, s: bigint): readonly bigint[] => {
  const products = [1n];
  for (let r = 0; r < k; r++) products.push((products[r] ?? 0n) * (n - BigInt(r) * s));
  return products;
};

const factorials = (n: number): readonly bigint[] => {
  const products = [1n];
  for (let r = 1; r <= n; r++) products.push((products[r - 1] ?? 0n) * BigInt(r));
  return products;
};

/** All m with 0 ≤ m ≤ i, entry by entry. */
const below = (index: MultiIndex): readonly MultiIndex[] =>
  index.reduce<MultiIndex[]>(
    (partial, n) => partial.flatMap((m) => Array.from({ length: n + 1 }, (_, k) => [...m, k])),
    [[]],
  );

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** p/q, each rounded once after what they share is cancelled. */
const ratio = (p: bigint, q: bigint): number => {
  const shared = gcd(p, q);
  return Number(p / shared) / Number(q / shared);
};

const countTo = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, k) => k);

/** Orders (iₗ, jₗ) in one variable. */
type Pair = readonly [i: number, j: number];

/** The weights of one degree d, in exact fractions from tables of their factors. */
const weightsOf = (d: number) => {
  const factorial = factorials(d);
  const choose = countTo(d).map((n) =>
    falling(BigInt(n), n, 1n).map((p, k) => p / (factorial[k] ?? 1n)),
  );
  /** By s, m and k: k factors of dm·(dm − s)·(dm − 2s)…, which is sᵏ·k!·C(dm/s, k). */
  const stretch = countTo(d).map((s) =>
    countTo(s).map((m) => falling(BigInt(d * m), d, BigInt(s))),
  );

  /** Σ over 0 < m ≤ i of one size s = |m|, by s: the product of C(iₗ, mₗ) and of the stretched binomials. */
  const sumsBySize = (pairs: readonly Pair[]): readonly bigint[] => {
    const sums = countTo(degreeOf(pairs.map(([i]) => i))).map(() => 0n);
    for (const m of below(pairs.map(([i]) => i))) {
      const s = degreeOf(m);
      let term = 1n;
      for (const [l, [i, j]] of pairs.entries()) {
        const power = m[l] ?? 0;
        term *= (choose[i]?.[power] ?? 0n) * (stretch[s]?.[power]?.[j] ?? 0n);
        if (term === 0n) break;
      }
      sums[s] = (sums[s] ?? 0n) + term;
    }
    return sums;
  };

  return (pairs: readonly Pair[]): number => {
    const sums = sumsBySize(pairs);
    const k = sums.length - 1;
    // Of a term of size s, s^(d − k) is a denominator, and s divides k!.
    const common = factorial[k] ?? 1n;
    const rest = BigInt(d - k);
    const total = sums.reduce((sum, term, s) => {
      if (s === 0) return sum;
      const scaled = term * (common / BigInt(s)) ** rest;
      return (k - s) % 2 === 0 ? sum + scaled : sum - scaled;
    }, 0n);
    const powers = pairs.reduce((p, [, j]) => p * (factorial[j] ?? 1n), 1n);
    return ratio(total, common ** rest * BigInt(d) ** BigInt(k) * powers);
  };
};

/**
 * γ(i, j): what the coefficient of t^|i| along x + t·j, |j| = d, contributes to ∂^|i|f/∂x^i, which is
 * Σ_j γ(i, j)·c_|i|(j) over all |j| = d (Griewank, Utke & Walther 2000, Math. Comp. 69, equations 13 and 14):
 *
 *     γ(i, j) = Σ_{0 < m ≤ i} (−1)^|i−m| · C(i, m) · C(d·m/|m|, j) · (|m|/d)^|i|
 *
 * with generalized binomial coefficients. The order of the variables does not matter, nor does a variable
 * of which i and j have nothing: each weight is computed once for all that are alike.
 */
export const interpolation = (d: number): ((i: MultiIndex, j: MultiIndex) => number) => {
  const weight = weightsOf(d);
  const known = new Map<string, number>();
  return (i, j) => {
    // C(0, jₗ) is 0: a line that leaves the plane of i tells nothing of it.
    if (j.some((own, l) => own > 0 && i[l] === 0)) return 0;
    const pairs = i.map((own, l): Pair => [own, j[l] ?? 0]).filter(([own]) => own > 0);
    pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const key = String(pairs);
    const found = known.get(key) ?? weight(pairs);
    known.set(key, found);
    return found;
  };
};
