import { DomainError, abs, amax, max, relu } from "@jacobian/core";
import { derivative, gradient } from "@jacobian/dual";
import { randomMatrix } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { smoothAbs, smoothAmax, smoothMax, smoothRelu } from "./softened.ts";

const xs = [-1e3, -3, -1, -0.1, -1e-9, 0, 1e-9, 0.1, 1, 3, 1e3];
const mus = [1e-300, 1e-6, 0.01, 0.5, 1, 40];

/** Rounding of values of this size. */
const slack = (y: number): number => 4 * Number.EPSILON * Math.abs(y);

test.each([0, -1, NaN, Infinity])("μ = %s is refused", (mu) => {
  for (const call of [
    () => smoothRelu(1, mu),
    () => smoothAbs(1, mu),
    () => smoothMax(1, 2, mu),
    () => smoothAmax(Float64Array.of(1), mu),
  ]) {
    expect(call).toThrow(DomainError);
    expect(call).toThrow("expected a number above 0 as μ");
  }
});

describe.each([
  ["smoothRelu", smoothRelu, relu],
  ["smoothAbs", smoothAbs, abs],
] as const)("%s", (_, smooth, sharp) => {
  test.each(mus)("is above by μ·log 2 at the most, μ = %s", (mu) => {
    for (const x of xs) {
      const error = smooth(x, mu) - sharp(x);
      expect(error).toBeGreaterThanOrEqual(-slack(x));
      expect(error).toBeLessThanOrEqual(mu * Math.LN2 + slack(x));
    }
    expect(smooth(0, mu)).toBeCloseTo(mu * Math.LN2, 14);
  });

  test("has a slope between those of the pieces, and entries of an array one by one", () => {
    for (const x of xs) {
      const slope = derivative((y) => smooth(y, 0.3))(x);
      expect(slope).toBeGreaterThanOrEqual(smooth === smoothAbs ? -1 : 0);
      expect(slope).toBeLessThanOrEqual(1);
    }
    expect(smooth(Float64Array.from(xs), 0.3)).toEqual(
      Float64Array.from(xs, (x) => smooth(x, 0.3)),
    );
  });
});

test.each(mus)("smoothMax is above max by μ·log 2 at the most, μ = %s", (mu) => {
  for (const x of xs)
    for (const y of xs) {
      const error = smoothMax(x, y, mu) - max(x, y);
      const rounding = slack(max(max(abs(x), abs(y)), mu));
      expect(error).toBeGreaterThanOrEqual(-rounding);
      expect(error).toBeLessThanOrEqual(mu * Math.LN2 + rounding);
    }
});

test("smoothAmax is above amax by μ·log n at the most; its gradient is a convex combination", () => {
  for (const [n, mu] of [
    [1, 1],
    [7, 0.1],
    [50, 2],
  ] as const) {
    const x = randomMatrix(1, n, { seed: n }).data;
    const error = Number(smoothAmax(x, mu)) - amax(x);
    expect(error).toBeGreaterThanOrEqual(-1e-15);
    expect(error).toBeLessThanOrEqual(mu * Math.log(n) + 1e-14);
    expect(Number(smoothAmax(new Float64Array(n), mu))).toBeCloseTo(mu * Math.log(n), 14);
    const weights = gradient((y: Float64Array) => smoothAmax(y, mu))(x);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    expect(weights.reduce((s, w) => s + w, 0)).toBeCloseTo(1, 13);
  }
});
