import { abs, add, max, mul, neg, square, sub, type Scalar, type Scalars } from "@jacobian/core";
import { gradient } from "@jacobian/dual";
import { clarke, directional, jacobian } from "@jacobian/nonsmooth";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const box = ([x, y]: Scalars<2>) => max(abs(x), abs(y));
/** The same of numbers. */
const boxOf = ([x, y]: readonly [number, number]) => Math.max(Math.abs(x), Math.abs(y));

const angles = Array.from({ length: 40 }, (_, k) => 0.05 + k * 0.157);
const around = angles.map((angle) => [Math.cos(angle), Math.sin(angle)] as const);

await testPage(import.meta.url, {
  "clarke-set": () => {
    const set = clarke(box)([0, 0]);
    const nearby = around.map(([x, y]) => gradient(box)([1e-6 * x, 1e-6 * y]));
    for (const slope of nearby) expect(set.contains(slope)).toBe(true);
    for (const { data } of set.generators ?? []) {
      expect(nearby.some((slope) => slope[0] === data[0] && slope[1] === data[1])).toBe(true);
    }
    expect(set.generators).toHaveLength(4);
  },
  directional: () => {
    const set = clarke(box)([0, 0]);
    for (const d of around) {
      const slope = directional(box)([0, 0], d);
      expect(slope).toBeCloseTo(boxOf([1e-6 * d[0], 1e-6 * d[1]]) / 1e-6, 9);
      expect(slope).toBeCloseTo(set.support(d), 12);
    }
    // Not convex: the slope is −1 either way, the support of [−1, 1] is 1.
    const hat = (x: Scalar) => neg(abs(x));
    expect(directional(hat)(0, 1)).toBe(-1);
    expect(clarke(hat)(0).support(1)).toBe(1);
  },
  stationary: () => {
    const f = (x: Scalar) => add(abs(sub(x, 1)), mul(0.5, abs(x)));
    const values = Array.from({ length: 401 }, (_, k) => k / 100 - 2);
    const least = values.reduce((a, b) =>
      Math.abs(a - 1) + Math.abs(a) / 2 <= Math.abs(b - 1) + Math.abs(b) / 2 ? a : b,
    );
    expect(least).toBe(1);
    for (const x of values) expect(clarke(f)(x).contains(0)).toBe(x === least);
    // The converse is false: −|x| is stationary where it is largest.
    expect(clarke((x: Scalar) => neg(abs(x)))(0).contains(0)).toBe(true);
  },
  "sum-rule": () => {
    // |x| − |x| is 0, and so is every slope of it; the sum of the sets is [−2, 2].
    const [up, down] = [clarke((x: Scalar) => abs(x))(0), clarke((x: Scalar) => neg(abs(x)))(0)];
    expect(up.support(1) + down.support(1)).toBe(2);
    expect(directional((x: Scalar) => sub(abs(x), abs(x)))(0, 1)).toBe(0);
    expect(jacobian((x: Scalar) => sub(abs(x), abs(x)))(0).data[0]).toBe(0);
  },
  lexicographic: () => {
    const set = clarke(box)([0, 0]);
    for (const d of around) {
      const J = jacobian(box, { directions: [d] })([0, 0]);
      // One of the four limits, not only of their hull.
      const isLimit = set.generators?.some(({ data }) => data.every((g, k) => g === J.data[k]));
      expect(isLimit).toBe(true);
      // It gives the slope in the direction that decides.
      expect(J.data[0]! * d[0] + J.data[1]! * d[1]).toBeCloseTo(directional(box)([0, 0], d), 12);
    }
    // Slopes decide, not values: at (ε, ε²/2) the piece that is active is x² − y.
    const bend = ([x, y]: Scalars<2>) => abs(sub(y, square(x)));
    const order = [
      [1, 0],
      [0, 0.5],
    ] as const;
    expect(gradient(bend)([1e-3, 0.5e-6])[1]).toBe(-1);
    expect([...jacobian(bend, { directions: order })([0, 0]).data]).toEqual([0, 1]);
    // It is the derivative along (0, 1) of the directional derivative at (1, 0): Nesterov's definition.
    const at = (d: readonly [number, number]) => directional(bend)([0, 0], d);
    expect((at([1, 1e-6]) - at([1, 0])) / 1e-6).toBeCloseTo(1, 12);
  },
});
