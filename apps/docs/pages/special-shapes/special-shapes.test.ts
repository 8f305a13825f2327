import { add, cos, derivative, gradient, jacobian, jvp, mul, sin, square, volume } from "jacobian";
import type { Scalar, Scalars } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const f = ([x, y]: Scalars<2>) => add(mul(x, y), mul(square(x), 0.5));

await testPage(import.meta.url, {
  row: () => {
    const at = [1.2, -0.7] as const;
    const [a, b] = gradient(f)(at);
    const steepest = Math.hypot(a, b);
    // By hand: (y + x, x).
    expect(a).toBeCloseTo(0.5, 14);
    expect(b).toBeCloseTo(1.2, 14);
    const slope = (v: readonly [number, number]): number => jvp(f)(at, v).tangent;
    // No other direction attains it: at the angle φ from the gradient's the slope is cos φ times the steepest.
    const towards = Math.atan2(b, a);
    for (let k = 1; k < 60; k++) {
      const angle = (k * Math.PI) / 30;
      const along = slope([Math.cos(towards + angle), Math.sin(towards + angle)]);
      expect(along).toBeCloseTo(Math.cos(angle) * steepest, 13);
      expect(along).toBeLessThan(steepest);
    }
    expect(slope([a / steepest, b / steepest])).toBeCloseTo(steepest, 14);
  },
  column: () => {
    const curve = (t: Scalar) => [cos(t), mul(t, sin(t)), square(t)] as const;
    const velocity = derivative(curve)(0.8);
    const [s, c] = [Math.sin(0.8), Math.cos(0.8)];
    const byHand = [-s, s + 0.8 * c, 1.6];
    velocity.forEach((entry, i) => expect(entry).toBeCloseTo(byHand[i]!, 14));
    expect(volume(curve)(0.8)).toBeCloseTo(Math.hypot(...byHand), 14);
  },
  kernel: () => {
    // An ellipse, x²/4 + y² = 1, by its parameter.
    const level = ([x, y]: Scalars<2>) => add(mul(0.25, square(x)), square(y));
    const ellipse = (t: Scalar) => [mul(2, cos(t)), sin(t)] as const;
    for (const t of [0.3, 1.9, 4]) {
      expect(level([2 * Math.cos(t), Math.sin(t)])).toBeCloseTo(1, 14);
      const at = [2 * Math.cos(t), Math.sin(t)] as const;
      expect(jvp(level)(at, derivative(ellipse)(t)).tangent).toBeCloseTo(0, 14);
      expect(jacobian(level)(at).at(0, 0)).toBeCloseTo(Math.cos(t), 14);
    }
  },
});
