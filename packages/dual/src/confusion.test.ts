import { type Scalar, type Vector, add, at, div, exp, mul, square, sub, sum, vector } from "@jacobian/core"; // prettier-ignore
import { describe, expect, test } from "vitest";
import { derivative, gradient, jacobian, jvp, pushforward, secondDirectional } from "./index.ts";

type Unary = (x: Scalar) => Scalar;

/** The derivative of a function of one scalar, by each door that can give it. */
const doors: Readonly<Record<string, (f: Unary) => Unary>> = {
  derivative: (f) => (x) => derivative(f)(x),
  jvp: (f) => (x) => jvp(f)(x, 1).tangent,
  gradient: (f) => (x) => gradient(f)(x),
  jacobian: (f) => (x) => at(jacobian(f)(x), 0, 0),
  "pushforward of two": (f) => (x) => pushforward(f)(x, [5, 1]).tangents[1] ?? NaN,
  secondDirectional: (f) => (x) => secondDirectional(f)(x, 1).first,
};

const pairs = Object.entries(doors).flatMap(([outer, D]) =>
  Object.entries(doors).map(([inner, E]) => [outer, inner, D, E] as const),
);

describe.each(pairs)("%s of %s", (_outer, _inner, D, E) => {
  test("Siskind & Pearlmutter 2005: D(x ↦ x·D(y ↦ x + y)(1))(1) = 1", () => {
    expect(D((x) => mul(x, E((y) => add(x, y))(1)))(1)).toBe(1);
  });

  test("the outer variable is constant within, also where it is the point", () => {
    expect(D((x) => E((y) => mul(x, square(y)))(x))(3)).toBe(12);
    expect(D((x) => mul(x, E(() => x)(2)))(3)).toBe(0);
  });
});

describe("a function that gives a function (Manzyuk et al. 2019)", () => {
  const s =
    (x: Scalar) =>
    (f: Unary): Unary =>
    (y) =>
      f(add(x, y));

  test("(D s 0)(D s 0 exp)(1) = e", () => {
    const shift = derivative(s)(0);
    expect(shift(shift(exp))(1)).toBe(Math.E);
  });

  test("also by jvp, and by pushforward in any direction of several", () => {
    const byJvp = jvp(s)(0, 1).tangent;
    expect(byJvp(byJvp(exp))(1)).toBe(Math.E);
    const [still = byJvp, once = byJvp, twice = byJvp] = pushforward(s)(0, [0, 1, 2]).tangents;
    expect([still(exp)(1), once(twice(exp))(1), twice(once(exp))(1)]).toEqual([
      0,
      2 * Math.E,
      2 * Math.E,
    ]);
  });

  test("applied to a function of an outer variable", () => {
    const shift = derivative(s)(0);
    expect(derivative((x: Scalar) => shift((y) => mul(x, square(y)))(x))(3)).toBe(12);
  });
});

describe("many directions within many directions", () => {
  test("a gradient of a gradient keeps its directions apart: ∂/∂xᵢ Σⱼ ∂/∂yⱼ Σₖ xₖ·yₖ² = 2·yᵢ", () => {
    const y = Float64Array.of(1, -2, 4);
    const inner = (x: Vector) => sum(gradient((v: Vector) => sum(mul(x, square(v))))(y));
    expect(gradient(inner)(Float64Array.of(3, 5, 7))).toEqual(Float64Array.of(2, -4, 8));
  });

  test("a direction that is the outer variable", () => {
    const along = (v: Vector) => jvp((x: Vector) => sum(square(x)))(Float64Array.of(1, 2), v);
    expect(gradient((v: Vector) => along(v).tangent)(Float64Array.of(0, 0))).toEqual(
      Float64Array.of(2, 4),
    );
  });
});

describe("by nesting", () => {
  test("a third derivative", () => {
    const f: Unary = (x) => div(1, x);
    const third = derivative((x) => derivative((y) => derivative(f)(y))(x))(2);
    expect(third).toBeCloseTo(-6 / 16, 15);
  });

  test("through a vector", () => {
    expect(derivative((x) => at(vector([sub(x, 1), square(x)]), 1))(3)).toBe(6);
  });
});
