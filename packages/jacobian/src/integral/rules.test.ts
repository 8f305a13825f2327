import { describe, expect, test } from "vitest";
import { gaussKronrod } from "./gauss-kronrod.ts";
import { genzMalik } from "./genz-malik.ts";
import type { Rule } from "./rule.ts";

/** ∏ xᵢ^powerᵢ */
const monomial =
  (powers: readonly number[]) =>
  (x: readonly number[]): number =>
    powers.reduce((product, power, i) => product * x[i]! ** power, 1);

/** Its mean over [−1, 1]ⁿ. */
const meanOf = (powers: readonly number[]): number =>
  powers.reduce((product, power) => product * (power % 2 === 0 ? 1 / (power + 1) : 0), 1);

/** All powers of n variables that add up to a degree. */
const powersOf = (n: number, degree: number): readonly (readonly number[])[] =>
  n === 1
    ? [[degree]]
    : Array.from({ length: degree + 1 }, (_, first) =>
        powersOf(n - 1, degree - first).map((rest) => [first, ...rest]),
      ).flat();

const judged = ({ points, judge }: Rule, f: (x: readonly number[]) => number) =>
  judge(points.map(f));

describe("Gauss–Kronrod", () => {
  const rule = gaussKronrod();

  test("is exact for degree 23, and no more", () => {
    for (let degree = 0; degree <= 23; degree++) {
      const { value } = judged(rule, monomial([degree]));
      expect(Math.abs(value - meanOf([degree]))).toBeLessThan(3e-16);
    }
    expect(Math.abs(judged(rule, monomial([24])).value - 1 / 25)).toBeGreaterThan(1e-9);
  });

  test("sees no difference for degree 13, and one for 14", () => {
    const roughness = (degree: number) => judged(rule, monomial([degree])).roughness[0];
    expect(roughness(13)).toBeLessThan(1e-16);
    expect(roughness(12)).toBeLessThan(1e-16);
    expect(roughness(14)).toBeGreaterThan(1e-6);
  });
});

describe.each([2, 3, 4])("Genz–Malik in %i dimensions", (n) => {
  const rule = genzMalik(n);

  test("has 2ⁿ + 2n² + 2n + 1 different points inside the box", () => {
    expect(new Set(rule.points.map(String)).size).toBe(2 ** n + 2 * n * n + 2 * n + 1);
    expect(rule.points.flat().every((x) => Math.abs(x) < 1)).toBe(true);
  });

  test("is exact for degree 7, its error for degree 5", () => {
    for (let degree = 0; degree <= 7; degree++) {
      for (const powers of powersOf(n, degree)) {
        const { value, error } = judged(rule, monomial(powers));
        expect(Math.abs(value - meanOf(powers))).toBeLessThan(1e-15);
        if (degree <= 5) expect(error).toBeLessThan(1e-15);
      }
    }
  });

  test("tells degree 8 from its integral, degree 6 from the embedded rule", () => {
    const along = (power: number) => monomial([power, ...new Array<number>(n - 1).fill(0)]);
    expect(Math.abs(judged(rule, along(8)).value - 1 / 9)).toBeGreaterThan(1e-3);
    expect(judged(rule, along(6)).error).toBeGreaterThan(1e-3);
  });

  test("finds the axis along which a function is rough", () => {
    for (let axis = 0; axis < n; axis++) {
      const { roughness } = judged(rule, (x) => x[axis]! ** 4 + x[(axis + 1) % n]! ** 2);
      expect(roughness.indexOf(Math.max(...roughness))).toBe(axis);
      expect(roughness.filter((each) => each > 1e-15)).toHaveLength(1);
    }
  });
});
