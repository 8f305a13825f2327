import { describe, expect, test } from "vitest";
import { richardson } from "./richardson.ts";

const cases: readonly (readonly [string, (t: number) => number, number])[] = [
  ["sin at 1", (t) => Math.sin(1 + t), Math.cos(1)],
  ["exp at 3", (t) => Math.exp(3 + t), Math.exp(3)],
  ["1/x at 0.5", (t) => 1 / (0.5 + t), -4],
  ["a constant", () => 7, 0],
  ["x⁵ at 2", (t) => (2 + t) ** 5, 80],
];

describe("Richardson extrapolation", () => {
  test.each(cases)("%s: within its error estimate, which is small", (_, g, exact) => {
    const [estimate] = richardson((t) => [g(t)]);
    expect(estimate?.error).toBeLessThan(1e-9 * Math.max(1, Math.abs(exact)));
    expect(Math.abs((estimate?.value ?? NaN) - exact)).toBeLessThanOrEqual(
      10 * (estimate?.error ?? NaN) + 1e-12 * Math.abs(exact),
    );
  });

  test("entry by entry", () => {
    const [a, b] = richardson((t) => [3 * t, t * t]);
    expect(a?.value).toBeCloseTo(3, 12);
    expect(b?.value).toBeCloseTo(0, 12);
  });

  test("nothing of nothing", () => {
    expect(richardson(() => [])).toEqual([]);
  });

  test("a jump is seen in the error estimate", () => {
    const [estimate] = richardson((t) => [t > 0 ? 1 : 0]);
    expect(estimate?.error).toBeGreaterThan(1);
  });
});
