import { add, cbrt, cospi, div, log, log2, lt, mul, neg, sinpi, value } from "@jacobian/core";
import { erf } from "@jacobian/core/special";
import { expect, test } from "vitest";
import { constant, differentiate, evaluate, pi, symbols } from "../index.ts";

const [x] = symbols("x");

test("a number is its shortest decimal, or the quotient that a division has left", () => {
  expect(constant(0.1)).toBe(constant({ n: 1n, d: 10n }));
  expect(constant(1 / 3)).toBe(constant({ n: 1n, d: 3n }));
  expect(constant(-22 / 7)).toBe(constant({ n: -22n, d: 7n }));
  expect(constant(0.1 + 0.2)).toBe(constant({ n: 7_500_000_000_000_001n, d: 25n * 10n ** 15n }));
});

test("numbers of Math are known again, so that derivatives show them", () => {
  expect(mul(Math.PI, x)).toBe(mul(pi, x));
  expect(differentiate(sinpi(x), x)).toBe(mul(pi, cospi(x)));
  expect(differentiate(cospi(x), x)).toBe(mul(neg(pi), sinpi(x)));
  expect(differentiate(log2(x), x).toString()).not.toContain("1442695");
  expect(differentiate(cbrt(x), x)).toBe(div(div(constant({ n: 1n, d: 3n }), cbrt(x)), cbrt(x)));
  expect(evaluate(differentiate(erf(x), x), { x: 0 })).toBeCloseTo(2 / Math.sqrt(Math.PI), 15);
  expect(evaluate(add(mul(Math.LN2, x), 0), { x: 1 })).toBe(Math.LN2);
  expect(mul(Math.LN2, x)).toBe(mul(log(constant(2)), x));
});

test("they are compared by their values", () => {
  expect(lt(constant(3), Math.PI)).toBe(true);
  expect(lt(pi, constant(3))).toBe(false);
  expect(value(pi)).toBe(Math.PI);
});
