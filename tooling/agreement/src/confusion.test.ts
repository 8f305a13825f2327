import { LevelError, add, exp, mul, sin, square, sum } from "@jacobian/core";
import type { Scalar, Vector } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as tape from "@jacobian/tape";
import { describe, expect, test } from "vitest";

type Unary = (x: Scalar) => Scalar;
type Derivative = (f: Unary) => Unary;

// For a function of one scalar the gradient is the derivative.
const engines: readonly (readonly [string, Derivative])[] = [
  ["dual", (f) => (x) => dual.derivative(f)(x)],
  ["tape", (f) => (x) => tape.gradient(f)(x)],
  ["many directions", (f) => (x) => dual.pushforward(f)(x, [5, 1]).tangents[1] ?? NaN],
  ["hyper-dual", (f) => (x) => dual.secondDirectional(f)(x, 1).first],
];

const pairs = engines.flatMap(([outer, D]) =>
  engines.map(([inner, E]) => [`${outer} over ${inner}`, D, E] as const),
);

const cube: Unary = (x) => mul(x, square(x));

describe.each(pairs)("%s", (_, D, E) => {
  test("D(x ↦ x·D(y ↦ x + y)(1))(1) is 1, confused: 2 (Siskind & Pearlmutter 2005)", () => {
    expect(D((x) => mul(x, E((y) => add(x, y))(1)))(1)).toBe(1);
  });

  test("an outer variable is constant within", () => {
    expect(D((x) => mul(x, E(() => x)(2)))(3)).toBe(0);
  });

  test("the inner point may be the outer variable", () => {
    expect(D((x) => E((y) => mul(x, square(y)))(x))(3)).toBe(12);
  });

  test("three levels that share variables", () => {
    const innermost = (x: Scalar, y: Scalar): Scalar => D((z) => mul(mul(x, y), z))(5);
    expect(D((x) => mul(x, E((y) => mul(y, innermost(x, y)))(2)))(3)).toBe(24);
  });

  test("D̂ f = x ↦ D(u ↦ f(x + u))(0), twice (Manzyuk et al. 2019)", () => {
    const shifted =
      (by: Derivative): Derivative =>
      (f) =>
      (x) =>
        by((u) => f(add(x, u)))(0);
    expect(shifted(D)(shifted(E)(cube))(2)).toBe(12);
  });

  test("an outer variable captured by a gradient of a vector", () => {
    const v = Float64Array.of(1, -2, 4);
    // Σ ∂/∂y (x·Σy²) = 2x·Σy
    const inner = (x: Scalar) => E((t) => mul(x, sum(square(mul(t, v)))))(1);
    expect(D(inner)(7)).toBe(42);
  });
});

describe("an outer scalar captured by an inner gradient with respect to a vector", () => {
  const v = Float64Array.of(1, -2, 4);
  const gradients = [
    ["dual", (f: (y: Vector) => Scalar) => dual.gradient(f)(v)],
    ["tape", (f: (y: Vector) => Scalar) => tape.gradient(f)(v)],
  ] as const;

  test.each(
    engines.flatMap(([outer, D]) =>
      gradients.map(([inner, G]) => [`${outer} over ${inner}`, D, G] as const),
    ),
  )("%s: Σ∂/∂y(x·Σy²) = 2x·Σy", (_, D, G) => {
    expect(D((x) => sum(G((y) => mul(x, sum(square(y))))))(7)).toBe(6);
  });
});

describe("a function that gives functions (Manzyuk et al. 2019, §2)", () => {
  const shift =
    (u: Scalar) =>
    (f: Unary): Unary =>
    (x) =>
      f(add(x, u));

  test("(D s 0)(D s 0 exp) at 1 is e, confused: 0", () => {
    const D = dual.derivative(shift)(0);
    expect(D(D(exp))(1)).toBe(Math.E);
  });

  test("three times, of sin: −cos", () => {
    const D = dual.derivative(shift)(0);
    expect(D(D(D(sin)))(1)).toBe(-Math.cos(1));
  });

  test.each(engines)("at an outer variable of %s", (_, outer) => {
    expect(outer((u) => dual.derivative(shift)(u)(exp)(1))(0)).toBe(Math.E);
  });

  test.each(engines)("its derivative is differentiated again by %s", (_, outer) => {
    const D = dual.derivative(shift)(0);
    expect(outer(D(exp))(1)).toBe(Math.E);
    expect(D(outer(exp))(1)).toBe(Math.E);
  });
});

describe.each(pairs)("what escapes its derivative is refused: %s", (_, D, E) => {
  test("an element of an inner derivative used outside", () => {
    const leaky: Unary = (x) => {
      let kept: Scalar = 0;
      const slope = E((y) => {
        kept = y;
        return mul(y, y);
      })(x);
      return add(slope, mul(kept, kept));
    };
    expect(() => D(leaky)(3)).toThrow(LevelError);
  });

  test("an element kept from one call used in another", () => {
    const kept: Scalar[] = [];
    D((x) => {
      kept.push(x);
      return sin(x);
    })(1);
    expect(() => E((y) => mul(y, kept[0] ?? 0))(2)).toThrow(LevelError);
  });
});
