import { expect, test } from "vitest";
import { normal, seeded, splitMix64, uniform, xoshiro128 } from "./random.ts";

const drawn = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

test("SplitMix64 gives its published numbers", () => {
  expect(drawn(5, splitMix64(1234567n))).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test("xoshiro128** gives its published numbers", () => {
  expect(drawn(10, xoshiro128(1, 2, 3, 4))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
});

test("the seed's 128 bits are laid down low half first", () => {
  const words = splitMix64(99n);
  const [first, second] = [words(), words()];
  const parts = [first & 0xffff_ffffn, first >> 32n, second & 0xffff_ffffn, second >> 32n];
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  expect(drawn(4, seeded(99))).toEqual(drawn(4, xoshiro128(a, b, c, d)));
});

test("uniform numbers have 53 bits and never reach 1", () => {
  expect(uniform(() => 0xffff_ffff)).toBe(1 - 2 ** -53);
  expect(uniform(() => 0)).toBe(0);
  const bits = seeded(1);
  expect(drawn(100, () => uniform(bits) * 2 ** 53).every(Number.isInteger)).toBe(true);
});

/** Kolmogorov's distance of numbers from the distribution function F. */
const distance = (numbers: number[], F: (x: number) => number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const gaps = sorted.map((x, k) =>
    Math.max(Math.abs(F(x) - k / sorted.length), Math.abs(F(x) - (k + 1) / sorted.length)),
  );
  return Math.max(...gaps);
};

/** Φ from Simpson's rule on the density. */
const gauss = (x: number): number => {
  const steps = 200;
  const h = Math.min(Math.abs(x), 8) / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((k * h) ** 2) / 2);
  }
  return 0.5 + (Math.sign(x) * sum * h) / (3 * Math.sqrt(2 * Math.PI));
};

// A sample of N is farther than 1.95/√N away once in a thousand times (Kolmogorov 1933); the seeds are fixed.
const N = 20_000;

test.each([1, 3, 4])("uniform numbers are uniform, seed %i", (seed) => {
  const bits = seeded(seed);
  expect(
    distance(
      drawn(N, () => uniform(bits)),
      (x) => x,
    ),
  ).toBeLessThan(1.95 / Math.sqrt(N));
});

test.each([1, 3, 4])("normal numbers are normal, seed %i", (seed) => {
  const bits = seeded(seed);
  const numbers = drawn(N, () => normal(bits));
  expect(distance(numbers, gauss)).toBeLessThan(1.95 / Math.sqrt(N));
  const moment = (k: number): number => numbers.reduce((sum, x) => sum + x ** k, 0) / N;
  expect(Math.abs(moment(1))).toBeLessThan(3.3 / Math.sqrt(N));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(3.3 * Math.sqrt(2 / N));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(3.3 * Math.sqrt(96 / N));
});
