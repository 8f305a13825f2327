import { add, div, DomainError, exp, mul, neg, pow, sin, sqrt, square, sub } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { coefficients, collect, constant, degree, expand, symbols } from "../index.ts";

const [x, a, b] = symbols("x a b");

describe("no polynomial", () => {
  test.each([
    ["inside a function", add(x, sin(x)), "x inside sin"],
    ["in a divisor", div(a, x), "x in a divisor"],
    ["in a sum that divides", div(a, add(x, 1)), "x in a divisor"],
    ["below a root", mul(a, sqrt(x)), "x below a root"],
    ["in an exponent", pow(2, x), "x inside pow"],
  ])("%s", (_name, f, message) => {
    for (const operation of [coefficients, collect, degree]) {
      expect(() => operation(f, x)).toThrow(DomainError);
      expect(() => operation(f, x)).toThrow(
        `${operation.name}: expected a polynomial in x, got ${message}`,
      );
    }
  });

  test("nor a variable", () => {
    expect(() => collect(x, add(x, 1))).toThrow(/^collect: expected variables/);
    expect(() => collect(x, 2)).toThrow(DomainError);
  });

  test("nor one to be listed", () => {
    expect(() => coefficients(pow(x, 20_000), x)).toThrow(
      /^coefficients: expected a degree of at most 10000/,
    );
    expect(degree(pow(x, 20_000), x)).toBe(20_000);
  });
});

test("coefficients are formulas in the rest", () => {
  const f = mul(add(mul(a, x), b), sub(x, exp(b)));
  const [c0, c1, c2, ...more] = coefficients(f, x);
  expect(more.length).toBe(0);
  expect(c0 === expand(neg(mul(b, exp(b))))).toBe(true);
  expect(c1 === expand(sub(b, mul(a, exp(b))))).toBe(true);
  expect(c2).toBe(a);
});

test("powers that do not occur are 0", () => {
  const listed = coefficients(add(pow(x, 3), 1), x);
  expect(listed.map((c) => c === constant(0))).toStrictEqual([false, true, true, false]);
});

test("the polynomial 0 has none", () => {
  expect(coefficients(sub(square(add(x, 1)), add(square(x), add(mul(2, x), 1))), x).length).toBe(0);
  expect(degree(0, x)).toBe(-Infinity);
  expect(collect(0, x)).toBe(constant(0));
  expect(degree(a, x)).toBe(0);
});

test("collect gathers each power once, the highest first", () => {
  const f = add(add(mul(a, x), mul(b, x)), add(square(x), mul(a, square(x))));
  const expected = add(mul(add(a, 1), square(x)), mul(add(a, b), x));
  expect(collect(f, x) === expected).toBe(true);
  expect(expand(collect(f, x)) === expand(f)).toBe(true);
});
