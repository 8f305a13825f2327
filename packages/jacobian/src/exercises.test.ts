import { describe, expect, test } from "vitest";
import {
  type Scalars,
  cos,
  determinant,
  jacobian,
  jvp,
  linearize,
  mul,
  orientation,
  sin,
  square,
  sub,
  vjp,
} from "./index.ts";
import { check } from "./check/index.ts";

// Two exercises of a first course, with their answers by hand.

describe("polar coordinates (r, θ) ↦ (r cos θ, r sin θ) at r = 2, θ = π/6", () => {
  const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
  const at = [2, Math.PI / 6] as const;

  test("the Jacobian is [√3/2 −1; 1/2 √3]", () => {
    const [[a, b], [c, d]] = jacobian(polar)(at).toJSON() as [[number, number], [number, number]];
    expect(a).toBeCloseTo(Math.sqrt(3) / 2, 15);
    expect(b).toBeCloseTo(-1, 15);
    expect(c).toBeCloseTo(0.5, 15);
    expect(d).toBeCloseTo(Math.sqrt(3), 15);
  });

  test("its determinant is r: r·cos²θ + r·sin²θ", () => {
    expect(determinant(polar)(at)).toBeCloseTo(2, 15);
    expect(orientation(polar)(at)).toBe(1);
    for (const r of [0.5, 3, 1e6]) expect(determinant(polar)([r, 0.9]) / r).toBeCloseTo(1, 15);
  });

  test("all roads agree", () => {
    expect(check(polar)(at).ok).toBe(true);
  });
});

describe("f(x, y) = (xy, x − y, y²) from the plane into space, at (2, 3)", () => {
  const f = ([x, y]: Scalars<2>) => [mul(x, y), sub(x, y), square(y)] as const;
  // J = [y x; 1 −1; 0 2y]
  const J = [
    [3, 2],
    [1, -1],
    [0, 6],
  ];

  test("the Jacobian, in either mode", () => {
    for (const mode of ["auto", "forward", "reverse"] as const) {
      expect(jacobian(f, { mode })([2, 3]).toJSON()).toEqual(J);
    }
  });

  test("J·(1, −1) = (3 − 2, 1 + 1, −6)", () => {
    const { value, tangent } = jvp(f)([2, 3], [1, -1]);
    expect(value).toEqual([6, -1, 9]);
    expect(tangent).toEqual([1, 2, -6]);
  });

  test("Jᵀ·(1, 2, 1) = (3 + 2, 2 − 2 + 6)", () => {
    expect(vjp(f)([2, 3], [1, 2, 1]).cotangent).toEqual([5, 6]);
  });

  test("⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩ = −1, from one recording; the remainder of h is (h₁h₂, 0, h₂²)", () => {
    const L = linearize(f)([2, 3]);
    expect(L.jvp([1, -1])).toEqual([1, 2, -6]);
    expect(L.vjp([1, 2, 1])).toEqual([5, 6]);
    expect(L.remainder([0.5, 0.25])).toEqual([0.125, 0, 0.0625]);
    expect(check(f)([2, 3]).ok).toBe(true);
  });
});
