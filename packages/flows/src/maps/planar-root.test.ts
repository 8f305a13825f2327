import { describe, expect, test } from "vitest";
import { gradient, hessian, jacobian, type Scalars } from "jacobian";
import { planarRoot } from "./planar-root.ts";

const equation = (a: number, e: number) => a + (e - 1) * Math.tanh(a);

describe("the root of a + (e − 1)·tanh a = s", () => {
  test.each([1e-12, 1e-3, 0.5, 1, 2, 50, 1e8])("is found for e = %s, wherever it is", (e) => {
    for (const a of [0, 1e-9, 1e-3, 0.3, 1, 5, 30, 700]) {
      for (const sign of [-1, 1]) {
        const s = equation(sign * a, e);
        const residual = equation(planarRoot(s, e), e) - s;
        expect(Math.abs(residual)).toBeLessThanOrEqual(
          1e-15 * (Math.abs(s) + a + e * Math.min(a, 1)),
        );
      }
    }
  });

  test("is odd in s, and s itself for e = 1", () => {
    expect(planarRoot(0, 0.2)).toBe(0);
    expect(planarRoot(1.7, 1)).toBe(1.7);
    expect(planarRoot(-0.8, 3)).toBe(-planarRoot(0.8, 3));
  });

  test("is NaN of NaN, and infinite of what is", () => {
    expect(planarRoot(NaN, 2)).toBeNaN();
    expect(planarRoot(Infinity, 2)).toBe(Infinity);
  });

  // The inverse of a map whose derivatives are known: with F(a) = s, a′ = 1/F′ and a″ = −F″/F′³.
  test("has the derivatives of an inverse function", () => {
    const [a, e] = [0.6, 0.4];
    const sech2 = 1 / Math.cosh(a) ** 2;
    const slope = 1 + (e - 1) * sech2;
    const bend = -2 * (e - 1) * sech2 * Math.tanh(a);
    const f = ([s, e]: Scalars<2>) => planarRoot(s, e);
    const x = [equation(a, e), e] as const;
    const [ds, de] = gradient(f)(x);
    expect(ds).toBeCloseTo(1 / slope, 13);
    expect(de).toBeCloseTo(-Math.tanh(a) / slope, 13);
    expect([...jacobian(f, { mode: "forward" })(x).data]).toEqual([ds, de]);
    const H = hessian(f)(x);
    expect(H.at(0, 0)).toBeCloseTo(-bend / slope ** 3, 12);
    expect(H.at(0, 1)).toBeCloseTo(H.at(1, 0), 13);
  });
});
