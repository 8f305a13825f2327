import { byDegree, type EqualDegree, irreducible } from "./cantor-zassenhaus.ts";
import { lifted } from "./hensel.ts";
import { degreeOf, derivative, type Integers, leading, magnitude } from "./integer.ts";
import { Modular } from "./modular.ts";
import { recombined } from "./recombine.ts";
import { isPrime } from "./residue.ts";
import { type Factor, squareFree } from "./square-free.ts";

/** So many primes are looked at for the one with the fewest factors. */
const enoughPrimes = 6;

/** A prime modulo which f stays square-free and of the same degree, and its factors there by degree. */
interface Reduction {
  readonly field: Modular;
  readonly groups: readonly EqualDegree[];
}

function* reductions(f: Integers): Generator<Reduction> {
  const slope = derivative(f);
  // Small primes are more often bad, and need more digits.
  for (let p = 101; ; p += 2) {
    if (!isPrime(p) || leading(f) % BigInt(p) === 0n) continue;
    const field = new Modular(p);
    const g = field.monic(field.of(f));
    if (field.gcd(g, field.of(slope)).length > 1) continue;
    yield { field, groups: byDegree(field, g) };
  }
}

const count = ({ groups }: Reduction): number =>
  groups.reduce((total, { product, degree }) => total + (product.length - 1) / degree, 0);

/** The degrees that a product of factors may have: bit d stands for degree d. */
const possibleDegrees = ({ groups }: Reduction): bigint => {
  let degrees = 1n;
  for (const { product, degree } of groups) {
    for (let n = product.length - 1; n > 0; n -= degree) degrees |= degrees << BigInt(degree);
  }
  return degrees;
};

/** The reduction with the fewest factors; undefined where the degrees modulo several primes leave f whole. */
const best = (f: Integers): Reduction | undefined => {
  const whole = 1n | (1n << BigInt(degreeOf(f)));
  let degrees = (1n << BigInt(f.length)) - 1n;
  let chosen: Reduction | undefined;
  let seen = 0;
  for (const reduction of reductions(f)) {
    degrees &= possibleDegrees(reduction);
    if (degrees === whole) return undefined;
    if (chosen === undefined || count(reduction) < count(chosen)) chosen = reduction;
    if (++seen === enoughPrimes) break;
  }
  return chosen;
};

/** Twice what no coefficient of lead(f) times a factor exceeds, √(n + 1)·2ⁿ·max|c| (Mignotte 1974). */
const twiceMignotte = (f: Integers): bigint => {
  const root = BigInt(Math.ceil(Math.sqrt(f.length)));
  return 2n * root * (1n << BigInt(f.length)) * magnitude(f) * leading(f);
};

const digits = (p: number, bound: bigint): number => {
  let k = 1;
  for (let m = BigInt(p); m <= bound; m *= BigInt(p)) k++;
  return k;
};

/** The irreducible factors of a primitive square-free f (von zur Gathen & Gerhard, algorithm 15.19). */
const zassenhaus = (f: Integers): readonly Integers[] => {
  if (degreeOf(f) < 2) return [f];
  const reduction = best(f);
  if (reduction === undefined) return [f];
  const { field, groups } = reduction;
  const k = digits(field.p, twiceMignotte(f));
  const lifts = lifted(field, f, irreducible(field, groups), k);
  return recombined(f, lifts, BigInt(field.p) ** BigInt(k));
};

/** g(xᵏ) */
const stretched = (g: Integers, k: number): Integers =>
  Array.from({ length: degreeOf(g) * k + 1 }, (_, j) => (j % k === 0 ? g[j / k]! : 0n));

/** A prime k such that f is a polynomial in xᵏ; 1 if there is none. */
const stretch = (f: Integers): number => {
  for (let k = 2; k <= degreeOf(f); k++) {
    if (isPrime(k) && f.every((c, j) => j % k === 0 || c === 0n)) return k;
  }
  return 1;
};

/**
 * The irreducible factors of a primitive square-free f. A polynomial in xᵏ is factored in xᵏ first: modulo a
 * prime the parts have far fewer factors than the whole.
 */
const irreducibleFactors = (f: Integers): readonly Integers[] => {
  const k = stretch(f);
  if (k === 1) return zassenhaus(f);
  const inner = irreducibleFactors(f.filter((_, j) => j % k === 0));
  return inner.flatMap((g) => zassenhaus(stretched(g, k)));
};

const byDegreeThenCoefficients = (f: Integers, g: Integers): number => {
  if (f.length !== g.length) return f.length - g.length;
  const k = f.findLastIndex((c, j) => c !== g[j]);
  return k < 0 ? 0 : Number(f[k]! > g[k]!) - Number(f[k]! < g[k]!);
};

/**
 * A primitive polynomial with integer coefficients as a product of irreducible ones, each with its
 * multiplicity; those of low degree first.
 * @throws DomainError where its factors modulo a prime are too many to be combined.
 */
export const factorized = (f: Integers): readonly Factor[] =>
  squareFree(f)
    .flatMap(({ factor, multiplicity }) =>
      irreducibleFactors(factor).map((g) => ({ factor: g, multiplicity })),
    )
    .sort((a, b) => byDegreeThenCoefficients(a.factor, b.factor));
