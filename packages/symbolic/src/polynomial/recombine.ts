import { DomainError } from "@jacobian/core";
import {
  degreeOf,
  type Integers,
  leading,
  magnitude,
  primitive,
  product,
  quotient,
} from "./integer.ts";
import { balanced, reduced } from "./residue.ts";

/** So many combinations are looked at, and so many multiplied out: some seconds. */
const mostCombinations = 2 ** 22;
const mostProducts = 2 ** 13;

/** The subsets of `size` of the numbers 0 … n − 1. Each is valid until the next is asked for. */
function* subsets(n: number, size: number): Generator<readonly number[]> {
  const chosen = Array.from({ length: size }, (_, k) => k);
  for (;;) {
    yield chosen;
    let k = size - 1;
    while (k >= 0 && chosen[k] === n - size + k) k--;
    if (k < 0) return;
    chosen[k]!++;
    while (++k < size) chosen[k] = chosen[k - 1]! + 1;
  }
}

/** x/m as a number in [0, 1). */
const fraction = (x: bigint, m: bigint): number => Number((reduced(x, m) << 53n) / m) / 2 ** 53;

/** The sums of the roots of a monic g and of their squares (Newton's identities). */
const powerSums = (g: Integers): readonly [bigint, bigint] => {
  const [second = 0n, third = 0n] = [g.at(-2), g.at(-3)];
  return [-second, second * second - 2n * third];
};

/** A test of subsets: whether their sum of `terms` modulo m may be an integer within ± bound. */
const nearInteger = (
  terms: readonly bigint[],
  bound: bigint,
  m: bigint,
): ((chosen: readonly number[]) => boolean) => {
  const shares = terms.map((x) => fraction(x, m));
  const tolerance = (2n * bound >= m ? 0.5 : fraction(bound, m)) + 1e-12;
  return (chosen) => {
    let sum = 0;
    for (const k of chosen) sum += shares[k]!;
    return Math.abs(sum - Math.round(sum)) <= tolerance;
  };
};

/**
 * Whether a subset may be a factor: the sums of its roots and of their squares, times lead(f) and its square,
 * are integers small beside m (Abbott, Shoup & Zimmermann 2000). No root is larger than 1 + max|c|/|lead|.
 */
const sieve = (f: Integers, lifts: readonly Integers[], m: bigint) => {
  const [top, n] = [leading(f), BigInt(f.length)];
  const largest = 2n * magnitude(f);
  const sums = lifts.map(powerSums);
  const first = nearInteger(
    sums.map(([s]) => top * s),
    n * largest,
    m,
  );
  const second = nearInteger(
    sums.map(([, s]) => top * top * s),
    n * largest * largest,
    m,
  );
  return (chosen: readonly number[]): boolean => first(chosen) && second(chosen);
};

/** The factor of f that the chosen factors modulo m make up, if they make up one. */
const combined = (
  f: Integers,
  lifts: readonly Integers[],
  m: bigint,
): { readonly factor: Integers; readonly rest: Integers } | undefined => {
  const start: Integers = [leading(f)];
  const all = lifts.reduce((g, h) => product(g, h).map((c) => reduced(c, m)), start);
  const factor = primitive(all.map((c) => balanced(c, m)));
  const rest = quotient(f, factor);
  return rest && { factor, rest };
};

/** Whether the constant coefficient of a combination divides that of f, both times lead(f). */
const endsWell = (f: Integers, lifts: readonly Integers[], m: bigint): boolean => {
  const top = leading(f);
  const end = lifts.reduce((c, g) => (c * g[0]!) % m, top);
  return f[0] === 0n || (top * f[0]!) % (balanced(end, m) || m) === 0n;
};

/** What is left to be done: f, and its factors modulo m that are not yet combined. */
interface Work {
  readonly f: Integers;
  readonly lifts: readonly Integers[];
}

/**
 * The irreducible factors of a primitive square-free f from its monic factors modulo m, which exceeds twice
 * any coefficient of lead(f) times a factor: subsets of them, the small ones first (Zassenhaus 1969).
 * @throws DomainError where there are too many.
 */
export const recombined = (
  f: Integers,
  lifts: readonly Integers[],
  m: bigint,
): readonly Integers[] => {
  const factors: Integers[] = [];
  let [looked, multiplied] = [0, 0];
  /** The first factor made of so many, split off. */
  const split = ({ f, lifts }: Work, size: number): Work | undefined => {
    const likely = sieve(f, lifts, m);
    for (const chosen of subsets(lifts.length, size)) {
      if (++looked > mostCombinations) throw tooMany(f, lifts.length);
      if (!likely(chosen)) continue;
      const parts = chosen.map((k) => lifts[k]!);
      if (!endsWell(f, parts, m)) continue;
      if (++multiplied > mostProducts) throw tooMany(f, lifts.length);
      const found = combined(f, parts, m);
      if (found === undefined) continue;
      factors.push(found.factor);
      return { f: found.rest, lifts: lifts.filter((_, k) => !chosen.includes(k)) };
    }
    return undefined;
  };
  let work: Work = { f, lifts };
  for (let size = 1; 2 * size <= work.lifts.length;) {
    const left = split(work, size);
    if (left === undefined) size++;
    else work = left;
  }
  return degreeOf(work.f) > 0 ? [...factors, work.f] : factors;
};

const tooMany = (f: Integers, n: number): DomainError =>
  new DomainError(
    `factor: expected factors modulo a prime few enough to try what combines, got ${n} of them for a polynomial of degree ${degreeOf(f)}; leave it as it is, since it may well be irreducible`,
  );
