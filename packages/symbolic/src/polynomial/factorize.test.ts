import { DomainError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { factorized } from "./factorize.ts";
import { derivative, type Integers, minus, primitive, product, quotient } from "./integer.ts";
import { gcd } from "./gcd.ts";
import { numbers } from "./numbers.helpers.ts";
import type { Factor } from "./square-free.ts";

const multiplied = (factors: readonly Factor[]): Integers =>
  factors
    .flatMap(({ factor, multiplicity }) => Array.from({ length: multiplicity }, () => factor))
    .reduce(product, [1n]);

const degrees = (f: Integers): readonly number[] =>
  factorized(f).map(({ factor }) => factor.length - 1);

/** xⁿ − 1 */
const unityRoots = (n: number): Integers => [-1n, ...Array.from({ length: n - 1 }, () => 0n), 1n];

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** Euler's φ, by its definition. */
const totient = (n: number): number => {
  let count = 0;
  for (let k = 1; k <= n; k++) if (commonDivisor(k, n) === 1) count++;
  return count;
};

/** Π (x ± √p₁ ± √p₂ ± …), of degree 2ᵏ: irreducible, though modulo every prime its factors have degree 1 or 2. */
const swinnertonDyer = (primes: readonly bigint[]): Integers =>
  primes.reduce<Integers>(
    (f, p) => {
      // f(x + √p) = a + b·√p by Horner's rule; its norm is a² − p·b².
      let [a, b]: [Integers, Integers] = [[], []];
      const sum = (u: Integers, v: Integers): Integers => minus(u, product([-1n], v));
      for (const c of f.toReversed()) {
        [a, b] = [sum(sum([0n, ...a], product([p], b)), c === 0n ? [] : [c]), sum([0n, ...b], a)];
      }
      return minus(product(a, a), product([p], product(b, b)));
    },
    [0n, 1n],
  );

describe("xⁿ − 1 has a factor of degree φ(d) for each divisor d", () => {
  test.each([1, 2, 3, 8, 12, 15, 30, 48, 105])("n = %i", (n) => {
    const divisors = Array.from({ length: n }, (_, k) => k + 1).filter((d) => n % d === 0);
    const expected = divisors.map(totient).sort((a, b) => a - b);
    expect(degrees(unityRoots(n))).toStrictEqual(expected);
    expect(multiplied(factorized(unityRoots(n)))).toStrictEqual(unityRoots(n));
  });

  test("Φ₁₀₅ is the first with a coefficient −2", () => {
    expect(factorized(unityRoots(105)).at(-1)!.factor).toContain(-2n);
  });
});

describe("polynomials that are reducible modulo every prime", () => {
  test("x⁴ + 1", () => {
    expect(degrees([1n, 0n, 0n, 0n, 1n])).toStrictEqual([4]);
  });

  test.each([2, 3, 4, 5])("Swinnerton-Dyer of %i roots", (k) => {
    expect(degrees(swinnertonDyer([2n, 3n, 5n, 7n, 11n].slice(0, k)))).toStrictEqual([2 ** k]);
  });

  test("a product of them", () => {
    const f = swinnertonDyer([2n, 3n, 5n, 7n]);
    const g = swinnertonDyer([2n, 3n, 11n]);
    expect(factorized(product(f, g)).map(({ factor }) => factor)).toStrictEqual([g, f]);
  });
});

test("too many factors modulo a prime are refused", { timeout: 120_000 }, () => {
  // Of degree 64, with 32 factors modulo any prime at the least.
  const f = swinnertonDyer([2n, 3n, 5n, 7n, 11n, 13n]);
  const refusal = (): unknown => {
    try {
      return factorized(f);
    } catch (error) {
      return error;
    }
  };
  const error = refusal();
  expect(error).toBeInstanceOf(DomainError);
  expect(String(error)).toMatch(/factor: expected .*, got .*; /);
});

test("Eisenstein's polynomials are irreducible", () => {
  const next = numbers(3);
  for (const p of [2n, 3n, 5n]) {
    for (let n = 2; n <= 20; n += 3) {
      const middle = Array.from({ length: n - 1 }, () => p * BigInt(next(50)));
      // p divides all but the leading coefficient, p² not the last.
      expect(degrees([p, ...middle, 1n])).toStrictEqual([n]);
    }
  }
});

describe("products of irreducible polynomials", () => {
  const next = numbers(11);
  /** By Eisenstein's criterion with p = 2. */
  const irreducible = (n: number): Integers => [
    2n * BigInt(2 * next(20) + 1),
    ...Array.from({ length: n - 1 }, () => 2n * BigInt(next(100))),
    BigInt(2 * Math.abs(next(3)) + 1),
  ];

  test("are taken apart again", () => {
    for (let k = 0; k < 40; k++) {
      const parts = Array.from({ length: 1 + (k % 4) }, () =>
        primitive(irreducible(1 + Math.abs(next(7)))),
      );
      const whole = [...parts, ...parts.slice(0, k % 3)];
      const f = whole.reduce(product, [1n]);
      const factors = factorized(f);
      expect(multiplied(factors)).toStrictEqual(f);
      const found = factors.flatMap((one) =>
        Array.from({ length: one.multiplicity }, () => String(one.factor)),
      );
      expect(found.sort()).toStrictEqual(whole.map(String).sort());
    }
  });

  test("of degree 50", () => {
    const parts = [9, 17, 24].map((n) => primitive(irreducible(n)));
    const f = parts.reduce(product, [1n]);
    expect(factorized(f).map(({ factor }) => factor)).toStrictEqual(parts);
  });
});

describe("the greatest common divisor", () => {
  test("of products is what they share", () => {
    const next = numbers(17);
    const any = (n: number): Integers =>
      primitive([
        ...Array.from({ length: n }, () => BigInt(next(1e6))),
        BigInt(1 + Math.abs(next(1e6))),
      ]);
    for (let k = 0; k < 30; k++) {
      const [shared, f, g] = [any(k % 7), any(5), any(8)];
      const common = gcd(product(shared, f), product(shared, g));
      expect(quotient(common, shared)).toBeDefined();
      // What is left has none: their own gcd divides it.
      expect(common).toStrictEqual(primitive(product(shared, gcd(f, g))));
    }
  });

  test("with 0 is the other", () => {
    expect(gcd([], [2n, 4n])).toStrictEqual([1n, 2n]);
    expect(gcd([-2n, -4n], [])).toStrictEqual([1n, 2n]);
    expect(gcd([1n, 2n], derivative([3n]))).toStrictEqual([1n, 2n]);
  });
});
