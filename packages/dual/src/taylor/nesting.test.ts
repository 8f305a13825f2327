import {
  type Scalar,
  type Vector,
  add,
  at,
  exp,
  mul,
  pow,
  sin,
  square,
  tanh,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, jacobian, jet, taylor } from "../index.ts";

const f = (x: Scalar): Scalar => mul(exp(x), sin(square(x)));

describe("series of series", () => {
  test("Siskind & Pearlmutter 2005: D(x ↦ x·D(y ↦ x + y)(1))(1) = 1", () => {
    const D = (g: (x: Scalar) => Scalar) => (x: Scalar) => taylor(g, 1)(x)[1] ?? 0;
    expect(D((x) => mul(x, D((y) => add(x, y))(1)))(1)).toBe(1);
  });

  test("coefficients of a coefficient: c_j of c_k is C(j + k, k)·c_{j+k}", () => {
    const direct = taylor(f, 6)(0.4);
    const nested = taylor((x) => taylor(f, 3)(x)[3] ?? 0, 3)(0.4);
    [1, 4, 10, 20].forEach((choose, j) =>
      expect(nested[j]).toBeCloseTo(choose * direct[j + 3]!, 11),
    );
  });

  test("the outer variable in the inner function, and in the curve", () => {
    const mixed = (x: Scalar): Scalar => taylor((y) => mul(pow(x, 3), pow(y, 4)), 2)(x)[2] ?? 0;
    // 6·x⁵
    expect(taylor(mixed, 2)(1)).toEqual([6, 30, 60]);
    const turned = (x: Scalar): Scalar => jet(([y]) => square(y), 1)([[1], [x]])[1] ?? 0;
    expect(taylor(turned, 1)(3)).toEqual([6, 2]);
  });
});

describe("with dual numbers", () => {
  test("inside, outside", () => {
    const third = 6 * (taylor(f, 3)(0.4)[3] ?? NaN);
    expect(derivative((x) => mul(2, taylor(f, 2)(x)[2] ?? 0))(0.4)).toBeCloseTo(third, 12);
    expect(2 * (taylor((x) => derivative(f)(x), 2)(0.4)[2] ?? NaN)).toBeCloseTo(third, 12);
  });

  test("a Jacobian along a curve", () => {
    const g = (x: Vector): readonly Scalar[] => [mul(at(x, 0), at(x, 1)), tanh(at(x, 0))];
    const J = (t: Scalar) =>
      jacobian(([a, b]: readonly [Scalar, Scalar]) => [mul(a, square(b)), b])([t, 3]);
    const [J0, J1] = taylor((t) => J(t), 1)(2);
    expect(J0).toMatchObject({ data: Float64Array.of(9, 12, 0, 1) });
    expect(J1).toMatchObject({ data: Float64Array.of(0, 6, 0, 0) });
    expect(jet(g, 0)([Float64Array.of(2, 3)])[0][0]).toBe(6);
  });
});

test("the caller's arrays may be written into while f runs", () => {
  const w = Float64Array.of(1, 2);
  const c = taylor((x) => {
    const y = pow(x, w);
    const z = add(y, mul(x, w));
    w.fill(100);
    return add(z, sin(mul(x, 0)));
  }, 2)(2);
  expect(c).toEqual([Float64Array.of(4, 8), Float64Array.of(2, 6), Float64Array.of(0, 1)]);
});
