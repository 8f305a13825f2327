import {
  gradient,
  hessian,
  linearize,
  mul,
  square,
  taylorTest,
  value,
  type Scalars,
} from "jacobian";
import { norm } from "@jacobian/linalg";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const f = ([x, y]: Scalars<2>) => mul(square(x), y);
const at = [1, 3] as const;

await testPage(import.meta.url, {
  faster: () => {
    const near = linearize(f)(at);
    const [p, q] = [0.6, 0.8];
    const [e1, e2] = [0.03, -0.02];
    for (let k = 4; k < 20; k++) {
      const t = 2 ** -k;
      const r = near.remainder([t * p, t * q]);
      // By hand: 3a² + 2ab + a²b.
      expect(r / t).toBeCloseTo(3 * t * p * p + 2 * t * p * q + t * t * p * p * q, 8);
      // With J + E the remainder is r − E·h, and its quotient stays.
      expect(Math.abs(r - t * (e1 * p + e2 * q)) / t).toBeGreaterThan(0.0015 - 3 * t);
    }
    // The limit itself, |E·v| = 0.002.
    const t = 2 ** -20;
    const r = near.remainder([t * p, t * q]);
    expect(Math.abs(r - t * (e1 * p + e2 * q)) / t).toBeCloseTo(Math.abs(e1 * p + e2 * q), 4);
  },
  quadratic: () => {
    // The largest norm of the Hessian on the unit square around the point bounds L there.
    const corners = [-0.5, 0.5].flatMap((a) => [-0.5, 0.5].map((b) => [1 + a, 3 + b] as const));
    const L = Math.max(...corners.map((corner) => norm(hessian(f)(corner))));
    const near = linearize(f)(at);
    const J = gradient(f)(at);
    for (let k = 0; k < 24; k++) {
      const angle = (k * Math.PI) / 12;
      for (const length of [0.5, 0.1, 0.02]) {
        const h = [length * Math.cos(angle), length * Math.sin(angle)] as const;
        const there = value(f([at[0] + h[0], at[1] + h[1]]));
        const byHand = there - 3 - J[0] * h[0] - J[1] * h[1];
        expect(near.remainder(h)).toBeCloseTo(byHand, 13);
        expect(Math.abs(near.remainder(h))).toBeLessThanOrEqual((L / 2) * length ** 2);
      }
    }
    expect(taylorTest(f)(at, [1, 1]).order).toBeCloseTo(2, 2);
  },
});
