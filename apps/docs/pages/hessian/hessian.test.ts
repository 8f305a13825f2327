import {
  add,
  cos,
  div,
  eigvalsh,
  exp,
  gradient,
  hessian,
  hvp,
  jacobian,
  jet,
  laplacian,
  matmul,
  mul,
  pow,
  type Scalars,
  secondDirectional,
  sin,
  solve,
  square,
  sub,
  transpose,
  value,
} from "jacobian";
import { hvp as reverseOverReverse } from "@jacobian/tape";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const cubic = ([x, y]: Scalars<2>) => sub(add(pow(x, 3), pow(y, 3)), mul(3, mul(x, y)));
const wavy = ([x, y]: Scalars<2>) => add(mul(exp(x), sin(y)), mul(square(x), cos(y)));

/** The Hessian of `wavy`, by hand. */
const wavyHessian = (x: number, y: number) => {
  const [e, s, c] = [Math.exp(x), Math.sin(y), Math.cos(y)];
  const mixed = e * c - 2 * x * s;
  return [e * s + 2 * c, mixed, mixed, -e * s - x * x * c] as const;
};

const p = [0.7, -0.4] as const;
const v = [0.3, -1.1] as const;
const along = (t: number): readonly [number, number] => [p[0] + t * v[0], p[1] + t * v[1]];
const [a, b, , d] = wavyHessian(...p);
const curvature = a * v[0] ** 2 + 2 * b * v[0] * v[1] + d * v[1] ** 2;

const expectClose = (actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 12): void => {
  expect(actual.length).toBe(expected.length);
  Array.from(actual).forEach((entry, k) => expect(entry).toBeCloseTo(expected[k]!, digits));
};

const newtonStep = ([x, y]: readonly [number, number]): readonly [number, number] => {
  const step = solve(hessian(cubic)([x, y]), Float64Array.from(gradient(cubic)([x, y])));
  return [x - step[0]!, y - step[1]!];
};

/** Values of f on a small circle, less that in the middle. */
const around = (f: (x: Scalars<2>) => unknown, [x, y]: readonly [number, number]): number[] =>
  Array.from({ length: 16 }, (_, k) => {
    const [dx, dy] = [1e-2 * Math.cos((k * Math.PI) / 8), 1e-2 * Math.sin((k * Math.PI) / 8)];
    return Number(f([x + dx, y + dy])) - Number(f([x, y]));
  });

const peano = ([x, y]: Scalars<2>) =>
  div(mul(mul(x, y), sub(square(x), square(y))), add(square(x), square(y)));

await testPage(import.meta.url, {
  "jacobian-of-gradient": () => {
    expectClose(hessian(wavy)(p).data, wavyHessian(...p));
    expectClose(jacobian(gradient(wavy))(p).data, wavyHessian(...p));
  },
  symmetry: () => {
    // Each mixed derivative on its own, by differences of the other first derivative.
    const h = 1e-5;
    const change = (dx: number, dy: number, entry: 0 | 1): number =>
      (gradient(wavy)([p[0] + dx, p[1] + dy])[entry] -
        gradient(wavy)([p[0] - dx, p[1] - dy])[entry]) /
      (2 * h);
    const H = hessian(wavy)(p);
    expect(change(0, h, 0)).toBeCloseTo(H.at(1, 0), 8);
    expect(change(h, 0, 1)).toBeCloseTo(H.at(0, 1), 8);
    expect(H.at(0, 1)).toBeCloseTo(H.at(1, 0), 14);
  },
  "quadratic-approximation": () => {
    const [gx, gy] = gradient(wavy)(p);
    const slope = gx * v[0] + gy * v[1];
    const remainder = (t: number): number =>
      value(wavy(along(t))) - value(wavy(p)) - t * slope - 0.5 * t * t * curvature;
    // Half the step, an eighth of the remainder.
    expect(remainder(2e-3) / remainder(1e-3)).toBeCloseTo(8, 1);
  },
  "critical-points": () => {
    expectClose(gradient(cubic)([1, 1]), [0, 0]);
    expectClose(eigvalsh(hessian(cubic)([1, 1])), [3, 9]);
    expect(Math.min(...around(cubic, [1, 1]))).toBeGreaterThan(0);
    const upsideDown = (x: Scalars<2>) => mul(-1, cubic(x));
    expect(Math.max(...eigvalsh(hessian(upsideDown)([1, 1])))).toBeLessThan(0);
    expect(Math.max(...around(upsideDown, [1, 1]))).toBeLessThan(0);
    expectClose(eigvalsh(hessian(cubic)([0, 0])), [-3, 3]);
    expect(Math.min(...around(cubic, [0, 0]))).toBeLessThan(0);
    expect(Math.max(...around(cubic, [0, 0]))).toBeGreaterThan(0);
    // One eigenvalue 0, the other positive: a minimum, or not.
    for (const sign of [1, -1]) {
      const flat = ([x, y]: Scalars<2>) => add(square(x), mul(sign, pow(y, 4)));
      expectClose(eigvalsh(hessian(flat)([0, 0])), [0, 2]);
      expect(Math.sign(Math.min(...around(flat, [0, 0])))).toBe(sign);
    }
  },
  laplacian: () => {
    const turned = (angle: number): number => {
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const second = (q: readonly [number, number]) => secondDirectional(wavy)(p, q).second;
      return second([c, s]) + second([-s, c]);
    };
    for (const angle of [0, 0.4, 2]) expect(turned(angle)).toBeCloseTo(a + d, 12);
    expect(laplacian(wavy)(p)).toBeCloseTo(a + d, 12);
  },
  "hessian-vector": () => {
    const byHand = [a * v[0] + b * v[1], b * v[0] + d * v[1]];
    expectClose(hvp(wavy)(p, v), byHand);
    expectClose(reverseOverReverse(wavy)(p, v), byHand);
    const slope = (x: Scalars<2>) => {
      const [gx, gy] = gradient(wavy)(x);
      return add(mul(gx, v[0]), mul(gy, v[1]));
    };
    expectClose(gradient(slope)(p), byHand);
  },
  "second-chain-rule": () => {
    const r = ([x, y]: Scalars<2>) => [mul(x, y), sin(x), exp(y)] as const;
    const g = ([s, t, u]: Scalars<3>) => add(mul(s, square(t)), mul(t, u));
    const J = jacobian(r)(p);
    const at3 = [p[0] * p[1], Math.sin(p[0]), Math.exp(p[1])] as const;
    const slopes = gradient(g)(at3);
    const bend = matmul(transpose(J), matmul(hessian(g)(at3), J));
    const own = ([0, 1, 2] as const).map((k) => hessian((x: Scalars<2>) => r(x)[k])(p));
    const total = bend.data.map(
      (entry, k) => entry + own.reduce((sum, H, i) => sum + slopes[i]! * H.data[k]!, 0),
    );
    expectClose(hessian((x: Scalars<2>) => g(r(x)))(p).data, total);
  },
  newton: () => {
    let x: readonly [number, number] = [2, 2];
    for (const error of [1 / 3, 1 / 15, 1 / 255, 1 / 65535]) {
      x = newtonStep(x);
      expectClose(x, [1 + error, 1 + error], 11);
    }
    // Off the diagonal: the constant C does not grow.
    let [y, ratios]: [readonly [number, number], number[]] = [[1.3, 0.9], []];
    for (let k = 0; k < 3; k++) {
      const before = Math.hypot(y[0] - 1, y[1] - 1);
      y = newtonStep(y);
      ratios = [...ratios, Math.hypot(y[0] - 1, y[1] - 1) / before ** 2];
    }
    expect(Math.max(...ratios)).toBeLessThan(1.5);
  },
  taylor: () => {
    const [c0, c1, c2, c3] = jet(wavy, 3)([p, v]);
    const [gx, gy] = gradient(wavy)(p);
    expectClose([c0, c1!, c2!], [value(wavy(p)), gx * v[0] + gy * v[1], curvature / 2]);
    // The third derivative along v, by differences of the curvature.
    const bend = (t: number): number => secondDirectional(wavy)(along(t), v).second;
    expect(6 * c3!).toBeCloseTo((bend(1e-4) - bend(-1e-4)) / 2e-4, 6);
    // Half the step, a sixteenth of what is left of f.
    const remainder = (t: number): number =>
      value(wavy(along(t))) - (value(c0) + t * (c1! + t * (c2! + t * c3!)));
    expect(remainder(2e-2) / remainder(1e-2)).toBeCloseTo(16, 0);
  },
  peano: () => {
    for (const t of [0.5, 1e-3, 1e-8]) {
      expect(gradient(peano)([0, t])[0]).toBeCloseTo(-t, 14);
      expect(gradient(peano)([t, 0])[1]).toBeCloseTo(t, 14);
      // A gradient with that Jacobian would be (−t, t) here, up to what vanishes faster than t.
      expectClose(
        Array.from(gradient(peano)([t, t]), (entry) => entry / t),
        [1, -1],
      );
    }
  },
});
