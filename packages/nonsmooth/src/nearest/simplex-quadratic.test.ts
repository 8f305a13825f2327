import { randomMatrix } from "@jacobian/linalg";
import { expect, test } from "vitest";
import { dotOf } from "./dots.ts";
import { simplexMinimum } from "./simplex-quadratic.ts";

const normals = (m: number, n: number, seed: number): Float64Array[] => {
  const { data } = randomMatrix(m, n, { seed, distribution: "normal" });
  return Array.from({ length: m }, (_, k) => data.slice(k * n, (k + 1) * n));
};

/** w is least exactly if every slope ⟨pₖ, x⟩ + aₖ is at least the mean Σ wₖ·slope. */
const excess = (points: readonly Float64Array[], offsets: Float64Array): number => {
  const { point, weights } = simplexMinimum(points, offsets);
  const slopes = points.map((p, k) => dotOf(p, point) + offsets[k]!);
  const mean = slopes.reduce((sum, slope, k) => sum + weights[k]! * slope, 0);
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
  return mean - Math.min(...slopes);
};

test.each([1, 2, 5, 30])("a linear term of any size, in R^%i", (n) => {
  for (let seed = 1; seed <= 30; seed++) {
    const points = normals(2 + ((5 * seed) % (3 * n)), n, seed);
    const offsets = Float64Array.from(
      normals(points.length, 1, seed + 50),
      ([a]) => 10 ** ((seed % 7) - 4) * a!,
    );
    const size = Math.max(1, ...points.map((p) => dotOf(p, p)), ...offsets.map(Math.abs));
    expect(excess(points, offsets)).toBeLessThan(1e-13 * size);
  }
});

test("of equal and dependent points the smallest offset counts", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const points = normals(12, 3, seed).map((p) => p.map((x) => Math.round(x)));
    const offsets = Float64Array.from(
      normals(12, 1, seed + 50),
      ([a]) => Math.round(2 * Math.abs(a!)) / 4,
    );
    expect(excess(points, offsets)).toBeLessThan(1e-13);
  }
});

test("one variable, by hand: ½(1 − 2w)² + ¼·w is least at w = 7/16", () => {
  const { weights, point } = simplexMinimum(
    [Float64Array.of(1), Float64Array.of(-1)],
    Float64Array.of(0, 0.25),
  );
  expect(weights[1]).toBeCloseTo(7 / 16, 15);
  expect(point[0]).toBeCloseTo(1 / 8, 15);
});
