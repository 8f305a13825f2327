import { expect, test } from "vitest";
import { betaDerivative } from "./beta-derivative.ts";
import { beta, lbeta } from "./beta.ts";
import { erf, erfc } from "./erf.ts";
import { erfinv } from "./erfinv.ts";
import { lgamma } from "./lgamma.ts";
import { polygammaDifference } from "./polygamma-difference.ts";
import { digamma, polygamma } from "./polygamma.ts";

/** log (n − 1)! from the product itself. */
function logFactorialBelow(n: number): number {
  let product = 1;
  for (let k = 2; k < n; k++) product *= k;
  return Math.log(product);
}

test("erf, erfc and erfinv at the ends", () => {
  expect([-Infinity, Infinity, -0, NaN].map(erf)).toEqual([-1, 1, -0, NaN]);
  expect([-Infinity, Infinity, 0, 28].map(erfc)).toEqual([2, 0, 1, 0]);
  expect([-1, 1, -0, 1.5, NaN].map(erfinv)).toEqual([-Infinity, Infinity, -0, NaN, NaN]);
});

test("erfinv inverts erf", () => {
  for (let y = -3; y <= 3; y += 0.25) expect(erfinv(erf(y))).toBeCloseTo(y, 11);
});

test("lgamma is +0 at 1 and 2, log (n − 1)! at n, and +∞ at its poles", () => {
  expect([lgamma(1), lgamma(2)]).toEqual([0, 0]);
  for (let n = 3; n < 171; n++) expect(lgamma(n) / logFactorialBelow(n)).toBeCloseTo(1, 14);
  for (const pole of [0, -0, -1, -20, -21, -1e300, -Infinity]) expect(lgamma(pole)).toBe(Infinity);
});

test("polygamma at its poles: +∞ where the two sides agree", () => {
  expect([0, -0, -1, -40].map(digamma)).toEqual([-Infinity, Infinity, NaN, NaN]);
  expect([0, -0, -1, -40].map((x) => polygamma(1, x))).toEqual(Array(4).fill(Infinity));
  expect([0, -0, -1].map((x) => polygamma(2, x))).toEqual([-Infinity, Infinity, NaN]);
});

test("polygamma of high order satisfies its recurrence, where n! and xⁿ leave the range", () => {
  const [n, x] = [200, 90];
  // ψ⁽ⁿ⁾(x) − ψ⁽ⁿ⁾(x + 1) = (−1)ⁿ⁺¹·n!/xⁿ⁺¹, multiplied up from factors k/x.
  let term = -1 / x;
  for (let k = 1; k <= n; k++) term *= k / x;
  const here = polygamma(n, x);
  expect((here - polygamma(n, x + 1)) / term).toBeCloseTo(1, 12);
});

test("beta and lbeta at the edges of their domain", () => {
  expect([beta(0, 1), lbeta(1, 0)]).toEqual([Infinity, Infinity]);
  expect([beta(1, Infinity), lbeta(Infinity, 1)]).toEqual([0, -Infinity]);
  expect([lbeta(0, Infinity), beta(-1, 2), lbeta(2, -1), beta(NaN, 1)]).toEqual(Array(4).fill(NaN));
});

test("B(1, b) is 1/b to the last few bits however large b is", () => {
  for (const b of [0.5, 3, 1e5, 1e17, 1e100, 1e300]) expect(b * beta(1, b)).toBeCloseTo(1, 14);
});

test("polygammaDifference at the ends of its domain", () => {
  expect([0, 1, 2].map((n) => polygammaDifference(n, 2, 0) + 0)).toEqual([0, 0, 0]);
  expect([0, 1].map((n) => polygammaDifference(n, 0, 1))).toEqual([Infinity, -Infinity]);
  expect(polygammaDifference(0, 2, Infinity)).toBe(Infinity);
  expect(polygammaDifference(1, 2, Infinity) / polygamma(1, 2)).toBeCloseTo(-1, 14);
  expect(polygammaDifference(1, -0.5, 2)).toBe(polygamma(1, 1.5) - polygamma(1, -0.5));
});

test("ψ⁽ⁿ⁾(a + 1) − ψ⁽ⁿ⁾(a) = (−1)ⁿ·n!/aⁿ⁺¹ (DLMF 5.15.5), where the two agree to all digits too", () => {
  for (const a of [1e-20, 1e-3, 0.7, 5, 12.5, 1e5, 1e16]) {
    [1, -1, 2, -6, 24].forEach((factorial, n) => {
      expect(polygammaDifference(n, a, 1) / (factorial / a ** (n + 1))).toBeCloseTo(1, 14);
    });
  }
});

test("derivatives of beta at the edges of its domain", () => {
  expect([betaDerivative(1, 0, 5, Infinity), betaDerivative(1, 1, Infinity, 5)]).toEqual([0, 0]);
  expect([betaDerivative(1, 0, 0, 1), betaDerivative(2, 0, 0, 1)]).toEqual([-Infinity, Infinity]);
  expect([betaDerivative(1, 0, -1, 2), betaDerivative(1, 1, 0, Infinity)]).toEqual([NaN, NaN]);
  // B(a, b) = 1/a − γ − ψ(b) + O(a)
  expect(betaDerivative(0, 1, 0, 1)).toBe(-polygamma(1, 1));
});

test("mixed derivatives of beta against mpmath 1.3, from polygammas in 600 digits", () => {
  const rows = [
    [1, 1, 1.5, 1e-8, 0.988091683886506],
    [1, 1, 1e-20, 1e10, 2.3603066596022143e-9],
    [2, 1, 7.7, 1e16, -1.623912334256273e-132],
    [1, 2, 1e-20, 1e-20, -2.7058080842778454],
    [1, 1, 300.5, 300.5, 1.1831106266963543e-182],
    [3, 2, 0.3, 40, -0.008651523545559757],
  ] as const;
  for (const [i, j, a, b, exact] of rows) {
    expect(betaDerivative(i, j, a, b) / exact).toBeCloseTo(1, 12);
  }
});

test("derivatives of beta satisfy B(a, b) = B(a + 1, b) + B(a, b + 1)", () => {
  for (const [i, j] of [
    [1, 0],
    [2, 0],
    [1, 1],
    [3, 2],
  ] as const) {
    for (const [a, b] of [
      [0.01, 3],
      [1e-6, 1e-9],
      [4.5, 11],
      [1e6, 0.3],
    ] as const) {
      const parts = betaDerivative(i, j, a + 1, b) + betaDerivative(i, j, a, b + 1);
      expect(parts / betaDerivative(i, j, a, b)).toBeCloseTo(1, 12);
    }
  }
});
