import {
  abs,
  add,
  max,
  mul,
  neg,
  relu,
  square,
  sub,
  type Scalar,
  type Scalars,
} from "@jacobian/core";
import { derivative, gradient } from "@jacobian/dual";
import {
  clarke,
  directional,
  kinksAlong,
  nearestPoint,
  robbinsMonro,
  subgradientMethod,
  withConventions,
} from "@jacobian/nonsmooth";
import { randomMatrix } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const identity = (x: Scalar) => sub(relu(x), relu(neg(x)));
const nothing = (x: Scalar) => relu(sub(x, relu(x)));
const ravine = ([x, y]: Scalars<2>) => add(mul(0.5, abs(x)), mul(4, abs(y)));

await testPage(import.meta.url, {
  rademacher: () => {
    const f = ([x, y]: Scalars<2>) => max(abs(x), add(abs(sub(x, y)), relu(mul(3, y))));
    const draws = randomMatrix(1000, 2, { seed: 4 }).data;
    const points = Array.from(
      { length: 1000 },
      (_, k) => [2 * draws[2 * k]! - 1, 2 * draws[2 * k + 1]! - 1] as const,
    );
    expect(kinksAlong(f)(points).share).toBe(0);
    // So the slopes in opposite directions cancel at each of them, as at no kink.
    for (const point of points.slice(0, 50)) {
      expect(directional(f)(point, [1, 2]) + directional(f)(point, [-1, -2])).toBeCloseTo(0, 12);
    }
    expect(directional(f)([0, 0], [1, 2]) + directional(f)([0, 0], [-1, -2])).toBeGreaterThan(1);
  },
  "no-convention": () => {
    for (const c of [-0.5, 0, 0.25, 0.5, 0.75, 1, 2]) {
      const by = (f: (x: Scalar) => Scalar) => derivative(withConventions({ relu: c }, f))(0);
      expect(by(identity)).toBe(2 * c);
      expect(by(nothing)).toBe(c * (1 - c));
      expect(by(identity) === 1 && by(nothing) === 0).toBe(false);
    }
    // The functions themselves, by values.
    for (const x of [-1.5, -1e-9, 0, 1e-9, 2]) {
      expect(identity(x)).toBe(x);
      expect(nothing(x)).toBe(0);
    }
    expect(directional(identity)(0, 1)).toBe(1);
    expect(directional(nothing)(0, 1)).toBe(0);
  },
  "not-in-the-set": () => {
    // (x₁, x₂) ↦ x₁ + 2·relu(x₁ + x₂), the first term by two relus.
    const network = ([x, y]: Scalars<2>) => add(identity(x), mul(2, relu(add(x, y))));
    const same = ([x, y]: Scalars<2>) => add(x, mul(2, relu(add(x, y))));
    expect(gradient(network)([0, 0])).toEqual([0, 0]);
    const set = clarke(same)([0, 0]);
    expect(set.promise).toBe("equal to the Clarke Jacobian");
    expect(set.contains([0, 0])).toBe(false);
    // By hand it is the segment from (1, 0) to (3, 2), in which the first entry is at least 1.
    expect(set.contains([2, 1])).toBe(true);
    expect(set.support([-1, 0])).toBe(-1);
  },
  "stochastic-subgradients": () => {
    // Not convex, with a kink along a parabola, and least at (1, 1).
    const bend = ([x, y]: Scalars<2>) => add(square(sub(x, 1)), abs(sub(square(x), y)));
    const steps = robbinsMonro(0.5, 0.75);
    const ends = [50, 5000].map(
      (limit) => subgradientMethod(bend, { steps, limit })([-1, 2]).value,
    );
    expect(ends[1]!).toBeLessThan(ends[0]!);
    expect(ends[1]!).toBeLessThan(0.01);
  },
  hull: () => {
    const x = [2.5, 1e-3] as const;
    const [above, below] = [gradient(ravine)(x), gradient(ravine)([2.5, -1e-3])];
    const { point } = nearestPoint([[...above], [...below]]);
    expect([...point]).toEqual([0.5, 0]);
    // Walls that are not each other's mirror: their hull is nearest to 0 in its middle, or at its end.
    const walls: [number, number][][] = [
      [
        [1, 2],
        [0.5, -3],
      ],
      [
        [3, 1],
        [1, 0.5],
      ],
    ];
    for (const [a, b] of walls) {
      const [g, h] = nearestPoint([a!, b!]).point;
      for (const [u, v] of [a!, b!]) {
        expect(u * g! + v * h!).toBeGreaterThanOrEqual(g! ** 2 + h! ** 2 - 1e-12);
      }
    }
    expect(
      [
        ...nearestPoint([
          [-1, 2],
          [0.5, -1],
        ]).point,
      ]
        .map(Math.abs)
        .every((x) => x < 1e-12),
    ).toBe(true);
    const value = ([a, b]: readonly [number, number]) => 0.5 * Math.abs(a) + 4 * Math.abs(b);
    // A step of 0.1 along minus one gradient climbs the other wall; along minus the nearest point it descends.
    expect(value([x[0] - 0.1 * above[0], x[1] - 0.1 * above[1]])).toBeGreaterThan(value(x));
    expect(value([x[0] - 0.1 * point[0]!, x[1] - 0.1 * point[1]!])).toBeLessThan(value(x));
  },
});
