import {
  DomainError,
  type Scalar,
  add,
  exp,
  log,
  mul,
  pow,
  reciprocal,
  sigmoid,
  sqrt,
  square,
  sub,
  tanh,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { dividedDifferenceRows } from "../../test-support/divided-differences.ts";
import { dividedDifferences } from "./divided-differences.ts";
import type { ScalarFunction } from "./jet.ts";

const at = (g: ScalarFunction, ...points: readonly number[]): number =>
  dividedDifferences("test", g, Float64Array.from(points))(points.map((_, i) => i));

describe("what is not finite", () => {
  test.each([
    [sqrt, [-1], "a finite value at every eigenvalue, got NaN for sqrt at -1 (no. 0)"],
    [log, [0, 2], "a finite value at every eigenvalue, got -Infinity for log at 0 (no. 0)"],
    [exp, [800], "a finite value at every eigenvalue, got Infinity for exp at 800 (no. 0)"],
    [
      sqrt,
      [0, 0],
      "a finite derivative of order 1 at every eigenvalue, got Infinity for sqrt at 0",
    ],
    [(x: Scalar) => sqrt(x), [-4], "got NaN for the function at -4 (no. 0)"],
  ] as const)("%#", (g, points, message) => {
    expect(() => at(g, ...points)).toThrow(DomainError);
    expect(() => at(g, ...points)).toThrow(message);
  });

  test("a quotient needs no derivative at its ends", () => {
    expect(at(sqrt, 0, 4)).toBe(0.5);
    expect(at(sqrt, 0, 1, 4)).toBeCloseTo(-1 / 6, 15);
  });
});

const functions: Readonly<Record<string, ScalarFunction>> = {
  exp,
  log,
  sqrt,
  tanh,
  bell: (x) => reciprocal(add(1, square(x))),
  pow: (x) => pow(x, 2.5),
};

test.each(dividedDifferenceRows)("%s at %j is %d", (name, points, expected) => {
  const got = at(functions[name] ?? exp, ...points);
  const tolerance = points.length === 2 ? 1e-13 : 1e-11;
  expect(Math.abs(got - expected)).toBeLessThan(tolerance * Math.abs(expected));
});

describe("where a series would deceive", () => {
  test("it has only zeros at a point", () => {
    const g: ScalarFunction = (x) => pow(x, 10);
    expect(at(g, 0, 1)).toBe(1);
    expect(at(g, 0, 1e-3)).toBeCloseTo(1e-27, 40);
    expect(at((x) => add(x, mul(1e-4, pow(x, 30))), 0, 1)).toBeCloseTo(1.0001, 14);
    expect(at((x) => pow(x, 60), 0, 1)).toBe(1);
  });

  test("the function steps between two points", () => {
    const step: ScalarFunction = (x) => sigmoid(mul(1000, x));
    expect(at(step, -1, 1)).toBe(0.5);
    expect(at(step, -1, -1, 1)).toBe(0.25);
  });

  test("the function cancels inside", () => {
    const g: ScalarFunction = (x) => sub(exp(x), 1);
    for (const d of [1e-22, 1e-16, 1e-12, 2e-10]) {
      expect(at(g, 1e-10, 1e-10 + d)).toBeCloseTo(1 + 1e-10 + d / 2, 14);
    }
  });

  test("a polynomial", () => {
    expect(at((x) => pow(x, 3), 1, 2, 4)).toBeCloseTo(7, 14);
    expect(at((x) => pow(x, 3), 1, 2, 4, 4)).toBeCloseTo(1, 13);
    expect(at((x) => pow(x, 3), 1, 1, 2, 4, 4)).toBeCloseTo(0, 13);
    expect(at(() => 3, 1, 2)).toBe(0);
    expect(at((x) => x, -1e150, 1e150)).toBe(1);
  });
});
