import { gcd as gcdOf } from "../formula/rational.ts";

/** A polynomial of one variable with integer coefficients, that of xᵏ at k; the last is not 0. */
export type Integers = readonly bigint[];

/** Without zeros at the end. */
const trimmed = (f: Integers): Integers => {
  let n = f.length;
  while (n > 0 && f[n - 1] === 0n) n--;
  return n === f.length ? f : f.slice(0, n);
};

export const degreeOf = (f: Integers): number => f.length - 1;

export const leading = (f: Integers): bigint => f.at(-1) ?? 0n;

/** f − g */
export const minus = (f: Integers, g: Integers): Integers =>
  trimmed(
    Array.from({ length: Math.max(f.length, g.length) }, (_, k) => (f[k] ?? 0n) - (g[k] ?? 0n)),
  );

/** f·g */
export const product = (f: Integers, g: Integers): Integers => {
  if (f.length === 0 || g.length === 0) return [];
  const result = Array.from({ length: f.length + g.length - 1 }, () => 0n);
  f.forEach((a, i) => {
    if (a !== 0n) g.forEach((b, j) => (result[i + j]! += a * b));
  });
  return result;
};

const absolute = (c: bigint): bigint => (c < 0n ? -c : c);

/** The largest of the coefficients, without their signs. */
export const magnitude = (f: Integers): bigint =>
  f.reduce((most, c) => (absolute(c) > most ? absolute(c) : most), 0n);

export const derivative = (f: Integers): Integers => f.slice(1).map((c, k) => c * BigInt(k + 1));

/** The greatest common divisor of the coefficients, with the sign of the leading one. */
export const contentOf = (f: Integers): bigint => {
  const common = f.reduce(gcdOf, 0n);
  return leading(f) < 0n ? -common : common;
};

/** f over its content: coefficients without a common divisor, the leading one positive. */
export const primitive = (f: Integers): Integers => {
  const content = contentOf(f);
  return content === 1n || content === 0n ? f : f.map((c) => c / content);
};

/** f/g, if it has integer coefficients and leaves no remainder; g is not 0. */
export const quotient = (f: Integers, g: Integers): Integers | undefined => {
  const rest = [...f];
  const result: bigint[] = [];
  const [top, n] = [leading(g), degreeOf(g)];
  for (let k = f.length - g.length; k >= 0; k--) {
    const c = rest[k + n]!;
    if (c % top !== 0n) return undefined;
    const q = (result[k] = c / top);
    if (q !== 0n) g.forEach((b, j) => (rest[k + j]! -= q * b));
  }
  return rest.every((c) => c === 0n) ? result : undefined;
};
