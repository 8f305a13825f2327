import {
  ConvergenceError,
  add,
  atan2,
  cos,
  determinant,
  exp,
  hypot,
  identity,
  implicit,
  jacobian,
  localInverse,
  log,
  matmul,
  mul,
  norm,
  sin,
  square,
  sub,
  value,
  type Scalar,
  type Scalars,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))] as const;
/** The same of numbers. */
const exponential = ([x, y]: readonly [number, number]) =>
  [Math.exp(x) * Math.cos(y), Math.exp(x) * Math.sin(y)] as const;
const complexLog = ([u, v]: Scalars<2>) => [log(hypot(u, v)), atan2(v, u)] as const;
const logarithm = ([u, v]: readonly [number, number]) =>
  [Math.log(Math.hypot(u, v)), Math.atan2(v, u)] as const;
const L = 2 * Math.SQRT2 * Math.exp(0.4);

/** Points all over the square of this half side around (x, y), the corners among them. */
const grid = ([x, y]: readonly [number, number], r: number): (readonly [number, number])[] =>
  [-1, -0.4, 0.3, 1].flatMap((i) => [-1, -0.5, 0.2, 1].map((j) => [x + r * i, y + r * j] as const));

await testPage(import.meta.url, {
  "inverse-function-theorem": () => {
    const y = [1.3, 0.7] as const;
    const inverse = localInverse(complexExp)([0, 0]);
    const ofInverse = inverse.jacobianAt(y);
    const through = jacobian((z: Scalars<2>) => inverse.at(z))(y);
    const byHand = jacobian(complexLog)(y);
    ofInverse.data.forEach((entry, k) => {
      expect(entry).toBeCloseTo(through.data[k]!, 12);
      expect(entry).toBeCloseTo(byHand.data[k]!, 12);
    });
    const product = matmul(ofInverse, jacobian(complexExp)(inverse.at(y)));
    expect(norm(sub(product, identity(2)))).toBeLessThan(1e-12);
  },
  "not-global": () => {
    for (const [x, y] of grid([0, 3], 4)) {
      expect(determinant(complexExp)([x, y]) / Math.exp(2 * x)).toBeCloseTo(1, 12);
      const [here, there] = [exponential([x, y]), exponential([x, y + 2 * Math.PI])];
      here.forEach((entry, k) => {
        expect(entry / Math.exp(x)).toBeCloseTo(there[k]! / Math.exp(x), 12);
      });
    }
  },
  radius: () => {
    // L is one: differences of J over distances, in the ∞-norm.
    for (const x of grid([0, 0], 0.4)) {
      for (const z of grid([0.01, -0.02], 0.38)) {
        const difference = norm(sub(jacobian(complexExp)(x), jacobian(complexExp)(z)), Infinity);
        const distance = Math.max(Math.abs(x[0] - z[0]), Math.abs(x[1] - z[1]));
        expect(difference).toBeLessThanOrEqual(L * distance);
      }
    }
    const inverse = localInverse(complexExp, { lipschitz: L, within: 0.4 })([0, 0]);
    const s = Math.min(0.4, 1 / L);
    expect(inverse.domainRadius).toBeCloseTo(s, 12);
    expect(inverse.radius).toBeCloseTo(s - (L * s * s) / 2, 12);
    for (const y of grid([1, 0], inverse.radius * 0.999)) {
      const { x, guaranteed } = inverse.newton(y);
      expect(guaranteed).toBe(true);
      logarithm(y).forEach((entry, k) => expect(x[k]).toBeCloseTo(entry, 12));
      expect(Math.max(...x.map(Math.abs))).toBeLessThanOrEqual(s);
    }
  },
  sharp: () => {
    const f = (x: Scalar): Scalar => sub(x, mul(0.5, square(x)));
    const inverse = localInverse(f, { lipschitz: 1 })(0);
    expect(inverse.radius).toBe(0.5);
    // x − x²/2 = y has the solution 1 − √(1 − 2y), and none beyond ½.
    expect(inverse.at(0.48)).toBeCloseTo(1 - Math.sqrt(0.04), 12);
    expect(Math.max(...Array.from({ length: 401 }, (_, k) => value(f(k / 200 - 1))))).toBe(0.5);
    expect(() => inverse.at(0.51)).toThrow(ConvergenceError);
  },
  steps: () => {
    const square1 = localInverse((x: Scalar): Scalar => square(x), { lipschitz: 2 })(1);
    const y = 1.44;
    const { factor } = square1.contraction(y);
    const eta = 0.5 * (y - 1);
    expect(factor).toBeCloseTo(1 - Math.sqrt(1 - 2 * 0.5 * 2 * eta), 12);
    let x = 1;
    for (let k = 0; k < 8; k++) {
      const next = x - 0.5 * (x * x - y);
      expect(Math.abs(next - 1.2)).toBeLessThanOrEqual(factor * Math.abs(x - 1.2));
      x = next;
    }
    const errors = square1.newton(y).iterates.map((each) => Math.abs(each - 1.2));
    // Newton's error for x² is e²/(2x) exactly.
    expect(errors[1]).toBeCloseTo(errors[0]! ** 2 / 2, 12);
    expect(errors[2]).toBeCloseTo(errors[1]! ** 2 / (2 * 1.22), 12);
  },
  "implicit-function-theorem": () => {
    const F = (x: Scalar, [a, b]: Scalars<2>) => [sub(add(a, b), x), sub(mul(a, b), 1)];
    const pair = implicit(F)(2.5, [1.9, 0.6]);
    // (x ± √(x² − 4))/2, at 5/2: 2 and ½, with the slopes 4/3 and −1/3.
    const [up, down] = pair.jacobianAt(2.5).data;
    expect(up).toBeCloseTo(4 / 3, 12);
    expect(down).toBeCloseTo(-1 / 3, 12);
    const h = 1e-5;
    const [above, below] = [pair.at(2.5 + h), pair.at(2.5 - h)];
    expect((above[0] - below[0]) / (2 * h)).toBeCloseTo(4 / 3, 8);
  },
});
