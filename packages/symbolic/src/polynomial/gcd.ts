import { gcd as gcdOf } from "../formula/rational.ts";
import { type Integers, leading, primitive, quotient } from "./integer.ts";
import { Modular } from "./modular.ts";
import { balanced, inverse, isPrime, reduced } from "./residue.ts";

/** Primes below 2²⁶, the large ones first: products of residues are exact as numbers. */
function* primes(): Generator<number> {
  for (let p = 2 ** 26 - 1; ; p -= 2) if (isPrime(p)) yield p;
}

/** The polynomial that is f modulo m and g modulo p, balanced (Chinese remainders). */
const joined = (f: Integers, m: bigint, g: Integers, p: bigint): Integers => {
  const unit = inverse(m, p);
  return f.map((c, k) => balanced(c + m * reduced((g[k]! - c) * unit, p), m * p));
};

const divides = (g: Integers, f: Integers): boolean => quotient(f, g) !== undefined;

/**
 * The greatest common divisor of two polynomials, primitive: from its images modulo primes, until it divides
 * both. Modulo an unlucky prime its degree is too high, never too low (Brown 1971; von zur Gathen & Gerhard,
 * algorithm 6.38).
 */
export const gcd = (f: Integers, g: Integers): Integers => {
  if (f.length === 0 || g.length === 0) return primitive(f.length === 0 ? g : f);
  const top = gcdOf(leading(f), leading(g));
  let image: Integers = [];
  let m = 1n;
  for (const p of primes()) {
    const field = new Modular(p);
    const [scale] = field.of([top]);
    if (scale === undefined) continue;
    const common = field.gcd(field.of(f), field.of(g));
    if (common.length === 1) return [1n];
    const next = common.map((c) => BigInt((c * scale) % p));
    const lucky = next.length === image.length;
    if (image.length > 0 && next.length > image.length) continue;
    image = lucky ? joined(image, m, next, BigInt(p)) : next.map((c) => balanced(c, BigInt(p)));
    m = lucky ? m * BigInt(p) : BigInt(p);
    const candidate = primitive(image);
    if (divides(candidate, f) && divides(candidate, g)) return candidate;
  }
  return [1n];
};
