import { expect, test } from "vitest";
import { ballSample } from "./ball-sample.ts";
import { distanceOf } from "./vectors.ts";

test.each([1, 2, 3, 10])(
  "points are even in the ball of R^%i: (distance/radius)ⁿ is even on [0, 1]",
  (n) => {
    const centre = new Float64Array(n).fill(7);
    const levels = ballSample(centre, 0.5, 4000, 1)
      .map((x) => (distanceOf(x, centre) / 0.5) ** n)
      .sort((a, b) => a - b);
    // Kolmogorov and Smirnov's distance; 1.63/√m is exceeded once in a hundred.
    const gaps = levels.map((level, k) => Math.abs(level - (k + 0.5) / levels.length));
    expect(Math.max(...gaps)).toBeLessThan(1.63 / Math.sqrt(4000));
    expect(Math.max(...levels)).toBeLessThanOrEqual(1);
  },
);

test("no side is preferred, and the seed says which points", () => {
  const centre = Float64Array.of(1, -2);
  const points = ballSample(centre, 1, 4000, 5);
  for (const k of [0, 1]) {
    const mean = points.reduce((s, x) => s + x[k]!, 0) / 4000;
    expect(Math.abs(mean - centre[k]!)).toBeLessThan(0.03);
  }
  expect(ballSample(centre, 1, 3, 5)).toEqual(ballSample(centre, 1, 3, 5));
  expect(ballSample(centre, 1, 3, 6)).not.toEqual(ballSample(centre, 1, 3, 5));
});
