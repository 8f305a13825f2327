/** A whole number from 0 to 2³² − 1 at each call. */
export type Bits = () => number;

const mask = 0xffff_ffff_ffff_ffffn;

/** SplitMix64 (Steele, Lea & Flood 2014): whole numbers from 0 to 2⁶⁴ − 1. */
export const splitMix64 = (seed: bigint): (() => bigint) => {
  let state = seed & mask;
  return () => {
    state = (state + 0x9e37_79b9_7f4a_7c15n) & mask;
    let z = ((state ^ (state >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & mask;
    return z ^ (z >> 31n);
  };
};

const rotated = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/** xoshiro128** (Blackman & Vigna 2021, ACM TOMS 47, 36), of period 2¹²⁸ − 1; not all four may be 0. */
export const xoshiro128 = (a: number, b: number, c: number, d: number): Bits => {
  return () => {
    const bits = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return bits;
  };
};

/** xoshiro128** from the first 128 bits of SplitMix64, as its authors advise; low halves first. */
export const seeded = (seed: number): Bits => {
  const words = splitMix64(BigInt(seed));
  const [first, second] = [words(), words()];
  return xoshiro128(
    Number(first & 0xffff_ffffn),
    Number(first >> 32n),
    Number(second & 0xffff_ffffn),
    Number(second >> 32n),
  );
};

/** A multiple of 2⁻⁵³ from 0 to 1 − 2⁻⁵³, all of them equally likely. */
export const uniform = (bits: Bits): number =>
  ((bits() >>> 5) * 0x400_0000 + (bits() >>> 6)) * 2 ** -53;

/** True with probability e⁻ᵗ for 0 ≤ t ≤ 1: whether a falling run of numbers below t is even (von Neumann 1951). */
const survives = (bits: Bits, t: number): boolean => {
  let even = true;
  let last = t;
  for (let next = uniform(bits); next < last; next = uniform(bits)) {
    last = next;
    even = !even;
  }
  return even;
};

/** Whether all of `times` trials of probability e⁻ᵗ succeed. */
const allSurvive = (bits: Bits, t: number, times: number): boolean => {
  for (let k = 0; k < times; k++) if (!survives(bits, t)) return false;
  return true;
};

/**
 * A number of the standard normal distribution (Karney 2016, ACM TOMS 42, 3, algorithm N): k + x is kept
 * with probability e^(−k²/2)·e^(−x(2k + x)/2). It compares uniform numbers and calls no logarithm, which
 * would not be the same on every platform.
 */
export const normal = (bits: Bits): number => {
  for (;;) {
    let k = 0;
    while (survives(bits, 0.5)) k++;
    if (!allSurvive(bits, 0.5, k * (k - 1))) continue;
    const x = uniform(bits);
    if (!allSurvive(bits, (x * (2 * k + x)) / (2 * k + 2), k + 1)) continue;
    return bits() < 0x8000_0000 ? k + x : -(k + x);
  }
};
