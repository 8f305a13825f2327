import { mix } from "./interned.ts";

/** An exact quotient n/d in lowest terms, d > 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const limit = 2n ** 53n;

const gcdOfNumbers = (a: number, b: number): number => {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
};

/** The greatest common divisor, never negative; in float64 as soon as both numbers are exact there. */
export const gcd = (a: bigint, b: bigint): bigint => {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (small !== 0n) {
    if (large < limit && small < limit) {
      return BigInt(gcdOfNumbers(Number(large), Number(small)));
    }
    [large, small] = [small, large % small];
  }
  return large;
};

/** n/d in lowest terms; d is not 0. */
export const rational = (n: bigint, d = 1n): Rational => {
  if (d === 1n) return { n, d };
  const common = gcd(n, d);
  const by = d < 0n ? -common : common;
  return { n: n / by, d: d / by };
};

/** a + b, in lowest terms by divisors of the denominators alone (Knuth, TAOCP 4.5.1): quick for small ones. */
export const plus = (a: Rational, b: Rational): Rational => {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  const common = gcd(a.d, b.d);
  const n = a.n * (b.d / common) + b.n * (a.d / common);
  const by = common === 1n ? 1n : gcd(n, common);
  return { n: n / by, d: (a.d / common) * (b.d / by) };
};

export const minus = (a: Rational): Rational => ({ n: -a.n, d: a.d });

export const magnitude = (a: Rational): Rational => (a.n < 0n ? minus(a) : a);

/** a·b: what divides one numerator and the other denominator is divided out beforehand. */
export const times = (a: Rational, b: Rational): Rational => {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  const [p, q] = [gcd(a.n, b.d), gcd(b.n, a.d)];
  return { n: (a.n / p) * (b.n / q), d: (a.d / q) * (b.d / p) };
};

/** 1/a; a is not 0. */
export const inverted = (a: Rational): Rational =>
  a.n < 0n ? { n: -a.d, d: -a.n } : { n: a.d, d: a.n };

/** aᵏ for an integer k; a is not 0 where k < 0. */
export const power = (a: Rational, k: bigint): Rational =>
  k < 0n ? power(inverted(a), -k) : { n: a.n ** k, d: a.d ** k };

/** A hash of the last bits. */
export const hashOfNumber = ({ n, d }: Rational): number =>
  mix(Number(BigInt.asIntN(32, n)), Number(BigInt.asIntN(32, d)));

/** −1, 0 or 1 as a is below, equal to or above b. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

/** The quotient that a finite decimal names, such as "-1.25e-3". */
export const fromDecimal = (text: string): Rational => {
  const [digits = "0", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const shift = Number(exponent) - fraction.length;
  const n = BigInt(whole + fraction);
  return shift >= 0 ? { n: n * 10n ** BigInt(shift), d: 1n } : rational(n, 10n ** BigInt(-shift));
};

const largestDivisor = 100;

/** n/d with a small d, if x is the float64 nearest to it. */
const quotientNear = (x: number): Rational | undefined => {
  for (let d = 3; d <= largestDivisor; d++) {
    const n = Math.round(x * d);
    if (n / d === x && Number.isSafeInteger(n)) return rational(BigInt(n), BigInt(d));
  }
  return undefined;
};

/** So many digits of a float64 are left over by a person who writes a decimal. */
const roundDigits = 14;

/**
 * A number stands for its shortest decimal: 0.1 is 1/10, whose nearest float64 is 0.1 again. One with
 * 15 digits or more is what a division has left: it stands for the quotient of a small divisor that it
 * is nearest to, if there is one. 1/3 is a third.
 */
export const fromNumber = (x: number): Rational => {
  if (Number.isSafeInteger(x)) return { n: BigInt(x), d: 1n };
  const decimal = fromDecimal(String(x));
  const isRound = String(decimal.n).length <= roundDigits + 1;
  return (isRound ? undefined : quotientNear(x)) ?? decimal;
};

const bits = (n: bigint): number => {
  const hex = n.toString(16);
  return 4 * hex.length + 28 - Math.clz32(parseInt(hex[0]!, 16));
};

/** The nearest float64, a half to the even one, whatever the size of n and d. */
export const toNumber = ({ n, d }: Rational): number => {
  if (n > -limit && n < limit && d < limit) return Number(n) / Number(d);
  const magnitude = n < 0n ? -n : n;
  // So many binary places that 53 bits are left; a subnormal number has at most 1074.
  let places = Math.min(54 + bits(d) - bits(magnitude), 1074);
  if (shifted(magnitude, places) >= limit * shifted(d, -places)) places--;
  if (shifted(magnitude, places) >= limit * shifted(d, -places)) places--;
  const [dividend, divisor] = [shifted(magnitude, places), shifted(d, -places)];
  const quotient = dividend / divisor;
  const twice = 2n * (dividend - quotient * divisor);
  const up = twice > divisor || (twice === divisor && (quotient & 1n) === 1n);
  return (n < 0n ? -1 : 1) * timesPower(Number(up ? quotient + 1n : quotient), -places);
};

/** n·2ᵏ for k > 0, else n. */
const shifted = (n: bigint, k: number): bigint => (k > 0 ? n << BigInt(k) : n);

/** x·2ᵏ, exact but for overflow: 2ᵏ alone may be none. */
const timesPower = (x: number, k: number): number => {
  if (k > 1000) return k > 2200 ? x * Infinity : timesPower(x * 2 ** 1000, k - 1000);
  return k < -1000 ? x * 2 ** -500 * 2 ** (k + 500) : x * 2 ** k;
};
