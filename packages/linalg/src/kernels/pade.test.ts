import { describe, expect, test } from "vitest";
import { largestColumnSum } from "./column-sum.ts";
import { coefficients, halved, sufficient } from "./pade.ts";

const full = (x: number): Float64Array => Float64Array.of(0, x, x, 0);
/** Its square is 0, that of its magnitudes is not. */
const nilpotent = (x: number): Float64Array => Float64Array.of(x, -x, x, -x);
const none = (): never => {
  throw new Error("not to be asked for");
};

test("norm1 is the largest sum in a column", () => {
  expect(largestColumnSum(Float64Array.of(1, -2, -3, 4), 2)).toBe(6);
  expect(largestColumnSum(new Float64Array(0), 0)).toBe(0);
});

test("the coefficients are (2m − j)!·m!/((m − j)!·j!) up to a factor", () => {
  for (const c of Object.values(coefficients)) {
    const m = c.length - 1;
    c.slice(1).forEach((next, j) => {
      expect(next * (2 * m - j) * (j + 1)).toBe((c[j] ?? NaN) * (m - j));
    });
    expect(c[m]).toBe(1);
  }
});

describe("the degree", () => {
  test.each([
    [0.01, 1, 3],
    [0.02, 1, undefined],
    [0.19, 2, 5],
    [0.21, 2, undefined],
    [0.7, 3, 7],
    [1.7, 3, 9],
    [1.8, 3, undefined],
  ])("for a norm of %d and %i powers is %s", (x, count, degree) => {
    const norms = [2, 4, 6].slice(0, count).map((p) => x ** p);
    expect(sufficient(full(x), 2, norms, 1)).toBe(degree);
  });

  test("counts magnitudes where powers cancel", () => {
    expect(sufficient(nilpotent(1), 2, [0], 1)).toBeUndefined();
    expect(sufficient(nilpotent(1e-3), 2, [0], 1)).toBe(3);
    expect(halved(nilpotent(1e6), 2, [0, 0, 0], 1, none).halvings).toBeGreaterThan(15);
  });
});

describe("halvings", () => {
  test.each([
    [4.2, 0],
    [4.3, 1],
    [17, 2],
    [1000, 8],
  ])("for a norm of %d are %i", (x, halvings) => {
    const norms = [2, 4, 6].map((p) => x ** p);
    expect(halved(full(x), 2, norms, 1, none)).toEqual({ degree: 13, halvings });
  });

  test("are fewer if the powers keep falling", () => {
    const falling = [100 ** 2, 30 ** 4, 20 ** 6];
    const a = full(4);
    expect(halved(a, 2, falling, 1, () => [18 ** 8, 16 ** 10]).halvings).toBe(3);
    expect(halved(a, 2, falling, 1, () => [8 ** 8, 8 ** 10]).halvings).toBe(1);
  });

  test("are none where a norm is not finite", () => {
    expect(halved(full(1e200), 2, [Infinity, NaN, NaN], 1, none).halvings).toBe(0);
  });
});
