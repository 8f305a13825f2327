import { DomainError, ShapeError } from "@jacobian/core";
import { randomMatrix } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { dotOf } from "./dots.ts";
import { nearestPoint } from "./nearest-point.ts";
import { nearestByFaces } from "./faces.oracle.ts";

const lines = (m: number, n: number, seed: number): Float64Array[] => {
  const { data } = randomMatrix(m, n, { seed, distribution: "normal" });
  return Array.from({ length: m }, (_, k) => data.slice(k * n, (k + 1) * n));
};

const lengthOf = (x: Float64Array): number => Math.sqrt(dotOf(x, x));

/** Feasible, and optimal to `eps`: |x| ≤ ε|p|, which is 0, or ⟨p, x⟩ ≥ |x|² − ε|p||x|. */
const expectNearest = (points: readonly Float64Array[], eps = 1e-13): void => {
  const { point, weights, gap } = nearestPoint(points);
  const size = Math.max(...points.map(lengthOf));
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  const combined = point.map((_, i) => points.reduce((s, p, k) => s + weights[k]! * p[i]!, 0));
  expect(lengthOf(combined.map((entry, i) => entry - point[i]!))).toBeLessThanOrEqual(eps * size);
  if (lengthOf(point) <= eps * size) return;
  const least = Math.min(...points.map((p) => dotOf(p, point)));
  expect(least).toBeGreaterThanOrEqual(dotOf(point, point) - eps * size * lengthOf(point));
  expect(gap).toBeLessThanOrEqual(eps * size * lengthOf(point));
};

describe("wrong input", () => {
  test("no points", () => {
    expect(() => nearestPoint([])).toThrow(
      new DomainError(
        "nearestPoint: expected one point at least, got none; give the corners of the polytope",
      ),
    );
  });

  test("points of several lengths", () => {
    expect(() => nearestPoint([[1, 2], [1]])).toThrow(ShapeError);
  });

  test("an entry that is no number", () => {
    expect(() => nearestPoint([[1, NaN]])).toThrow(DomainError);
  });
});

describe("known answers", () => {
  test.each([
    ["one point", [[3, 4]], [3, 4]],
    [
      "a segment",
      [
        [1, 1],
        [1, -1],
      ],
      [1, 0],
    ],
    [
      "a segment whose nearest point is an end",
      [
        [1, 0],
        [2, 5],
      ],
      [1, 0],
    ],
    [
      "the origin is a corner",
      [
        [0, 0],
        [1, 2],
        [3, 1],
      ],
      [0, 0],
    ],
    [
      "the origin is inside",
      [
        [1, 1],
        [-1, 1],
        [0, -1],
      ],
      [0, 0],
    ],
    [
      "equal points",
      [
        [1, 1],
        [1, 1],
        [1, -1],
        [1, -1],
      ],
      [1, 0],
    ],
    [
      "points on one line",
      [
        [2, 2],
        [2, 1],
        [2, -3],
        [2, 7],
      ],
      [2, 0],
    ],
    [
      "the simplex",
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [1 / 3, 1 / 3, 1 / 3],
    ],
  ])("%s", (_, points, expected) => {
    const { point } = nearestPoint(points);
    point.forEach((entry, k) => {
      expect(entry).toBeCloseTo(expected[k]!, 14);
    });
  });

  test("the corner that the method starts at has to leave", () => {
    const { point } = nearestPoint([
      [0, 2],
      [3, 0],
      [-2, 1],
    ]);
    // The nearest point is on the edge from (3, 0) to (−2, 1): 3/26·(1, 5).
    expect(point[0]).toBeCloseTo(3 / 26, 14);
    expect(point[1]).toBeCloseTo(15 / 26, 14);
  });
});

describe("the condition of optimality", () => {
  test.each([1, 2, 3, 5, 20])("points around the origin and beside it, in R^%i", (n) => {
    for (let seed = 1; seed <= 40; seed++) {
      const points = lines(1 + ((7 * seed) % (3 * n + 2)), n, seed);
      expectNearest(points);
      expectNearest(points.map((p) => p.map((entry) => entry + 1)));
    }
  });

  test("many points near one another, as sampled gradients are", () => {
    for (const spread of [1e-3, 1e-6, 1e-9, 1e-12]) {
      const points = lines(60, 10, 5).map((p) => p.map((entry, i) => 1 + i + spread * entry));
      expectNearest(points);
    }
  });

  test("clusters about the corners of a polytope that holds the origin", () => {
    const corners = [...lines(12, 10, 3), ...lines(12, 10, 3).map((p) => p.map((x) => -0.7 * x))];
    const points = lines(96, 10, 8).map((p, k) => p.map((x, i) => corners[k % 24]![i]! + 1e-7 * x));
    expectNearest(points);
  });

  test("the same weights at any scale", () => {
    const points = lines(12, 5, 9).map((p) => p.map((entry) => entry + 0.5));
    const { weights, point } = nearestPoint(points);
    for (const scale of [2 ** -600, 2 ** -30, 2 ** 40, 2 ** 600]) {
      const scaled = nearestPoint(points.map((p) => p.map((entry) => entry * scale)));
      expect(scaled.weights).toEqual(weights);
      expect(scaled.point).toEqual(point.map((entry) => entry * scale));
    }
  });
});

describe("the oracle, which tries every face", () => {
  test.each([1, 2, 3, 4])("in R^%i", (n) => {
    for (let seed = 1; seed <= 60; seed++) {
      const shift = (seed % 4) / 2;
      const points = lines(1 + (seed % 7), n, 100 + seed).map((p) => p.map((x) => x + shift));
      const { point } = nearestPoint(points);
      const expected = nearestByFaces(points);
      expect(lengthOf(point.map((x, i) => x - expected[i]!))).toBeLessThan(1e-11);
    }
  });

  test("of whole numbers, with many dependent and equal points", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const points = lines(7, 3, seed).map((p) => p.map((x) => Math.round(x)));
      const { point } = nearestPoint(points);
      const expected = nearestByFaces(points);
      expect(lengthOf(point.map((x, i) => x - expected[i]!))).toBeLessThan(1e-12);
    }
  });
});
