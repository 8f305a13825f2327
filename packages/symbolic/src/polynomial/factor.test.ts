import {
  add,
  div,
  DomainError,
  mul,
  neg,
  pow,
  type Scalar,
  sin,
  square,
  sub,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { Call, constant, expand, factor, pi, symbols } from "../index.ts";

const [x, y] = symbols("x y");

describe("no polynomial of one variable over the rationals", () => {
  test.each<[string, Scalar]>([
    ["two variables", mul(x, y)],
    ["a function", sin(x)],
    ["a divisor", div(1, add(x, 1))],
    ["another number", mul(pi, x)],
    ["a root", pow(x, 0.5)],
    ["a high degree", sub(pow(x, 501), 1)],
  ])("%s", (_name, f) => {
    expect(() => factor(f)).toThrow(DomainError);
    expect(() => factor(f)).toThrow(/^factor: expected a polynomial of one variable .*, got .*; /);
  });
});

describe("the form of the result", () => {
  test.each<[string, Scalar, Scalar]>([
    ["a constant", constant(6), constant(6)],
    ["0", sub(x, x), constant(0)],
    ["x² − 1", sub(square(x), 1), mul(sub(x, 1), add(x, 1))],
    ["content in front", sub(div(square(x), 2), 0.5), mul(mul(0.5, sub(x, 1)), add(x, 1))],
    ["a sign", sub(1, square(x)), neg(mul(sub(x, 1), add(x, 1)))],
    ["−x", neg(x), neg(x)],
    ["multiplicities", add(add(square(x), mul(2, x)), 1), square(add(x, 1))],
    ["irreducible", add(square(x), 1), add(square(x), 1)],
    [
      "6x² + 5x + 1",
      add(add(mul(6, square(x)), mul(5, x)), 1),
      mul(add(mul(2, x), 1), add(mul(3, x), 1)),
    ],
  ])("%s", (_name, f, expected) => {
    expect(factor(f) === expected, factor(f).toString()).toBe(true);
  });
});

test("multiplied out again it is what it was", () => {
  const f = mul(pow(sub(mul(3, x), 2), 4), mul(pow(add(square(x), x), 3), add(pow(x, 5), 7)));
  const factors = factor(f);
  expect(factors instanceof Call && factors.rule.name).toBe("mul");
  expect(expand(factors) === expand(f)).toBe(true);
  expect(factor(factors) === factors).toBe(true);
});
