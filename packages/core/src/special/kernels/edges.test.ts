import { expect, test } from "vitest";
import { beta, lbeta } from "./beta.ts";
import { erf, erfc } from "./erf.ts";
import { erfinv } from "./erfinv.ts";
import { lgamma } from "./lgamma.ts";
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
