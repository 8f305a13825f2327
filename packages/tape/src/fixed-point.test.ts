import {
  type Scalar,
  type Scalars,
  type Vector,
  ConvergenceError,
  DomainError,
  LevelError,
  ShapeError,
  add,
  cos,
  div,
  exp,
  fold,
  log,
  mul,
  sin,
  square,
  sub,
  sum,
  tanh,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { fixedPoint, gradient, jacobian, pullback, valueAndGradient } from "./index.ts";

const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);
const heron = (y: Scalar, a: Scalar): Scalar => mul(0.5, add(y, div(a, y)));
const squareRoot = fixedPoint(heron);

describe("wrong input", () => {
  test("an iteration that does not settle says how far it still moved, and what to do", () => {
    const logistic = fixedPoint((y: Scalar, r: Scalar) => mul(mul(r, y), sub(1, y)), { limit: 50 });
    expect(() => logistic(0.3, 3.9)).toThrow(ConvergenceError);
    expect(() => logistic(0.3, 3.9)).toThrow(
      /^fixedPoint: expected y = g\(y, x\) to settle within 50 steps, got one that still changed by 0\.\d+ after 50; start closer, damp g, raise the limit or the tolerance, or take root$/,
    );
  });

  test("an iteration that leaves the numbers stops at once", () => {
    const away = fixedPoint((y: Scalar, a: Scalar) => mul(a, square(y)));
    expect(() => away(10, 10)).toThrow(ConvergenceError);
    expect(() => away(10, 10)).toThrow(/changed by (Infinity|NaN) after \d+;/);
  });

  test("a fixed point that is not isolated has no derivative: the adjoint does not settle", () => {
    const idle = fixedPoint((y: Scalar, a: Scalar) => add(y, mul(0, a)), { limit: 100 });
    expect(idle(1, 1)).toBe(1);
    expect(() => gradient((a: Scalar) => idle(1, a))(1)).toThrow(ConvergenceError);
    expect(() => gradient((a: Scalar) => idle(1, a))(1)).toThrow(
      /fixedPoint: adjoint: expected .* to settle within 100 steps, .*; the derivative exists if 1 is no eigenvalue/,
    );
  });

  test("a step that changes the structure, options out of range", () => {
    const grows = fixedPoint((y: readonly Scalar[]) => [...y, 1]);
    expect(() => grows([1])).toThrow(ShapeError);
    expect(() => fixedPoint(heron, { tolerance: -1 })(1, 2)).toThrow(DomainError);
    expect(() => fixedPoint(heron, { scale: -1 })(1, 2)).toThrow(DomainError);
    expect(() => fixedPoint(heron, { limit: 0 })(1, 2)).toThrow(DomainError);
  });

  test("a captured element", () => {
    const f = (a: Scalar) => fixedPoint((y: Scalar) => heron(y, a))(1);
    expect(() => gradient(f)(2)).toThrow(LevelError);
    expect(() => gradient(f)(2)).toThrow(
      /fixedPoint: .*; pass what it captures as a further argument/,
    );
  });
});

describe("small numbers", () => {
  test("a fixed point at 0 is settled at, though every step is a part of what is left", () => {
    const shrink = fixedPoint((y: Scalar, a: Scalar) => mul(a, y));
    expect(shrink(1, 0.99)).toBeLessThan(1e-40);
  });

  test("the adjoint is linear in the cotangent, whose first changes grow", () => {
    // ∂g/∂y is [0.5 9; 0 0.5]: not normal.
    const g = ([y, z]: Scalars<2>, a: Scalar): Scalars<2> => [
      add(add(mul(0.5, y), mul(9, z)), a),
      add(mul(0.5, z), a),
    ];
    const { pullback: back } = pullback((a: Scalar) => fixedPoint(g)([1, 1], a)[0])(1);
    expect(back(1)).toBeCloseTo(38, 10);
    expect(back(2 ** -50)).toBe(back(1) * 2 ** -50);
  });
});

describe("derivatives", () => {
  test("√a: 1/(2√a), −1/(4a^1.5), 3/(8a^2.5)", () => {
    const f = (a: Scalar) => squareRoot(1, a);
    expect(f(2)).toBeCloseTo(Math.SQRT2, 15);
    expect(slope(f)(2)).toBeCloseTo(0.5 / Math.SQRT2, 15);
    expect(slope(slope(f))(2)).toBeCloseTo(-0.25 / 2 ** 1.5, 15);
    expect(slope(slope(slope(f)))(2)).toBeCloseTo(0.375 / 2 ** 2.5, 14);
  });

  test("a linear rate: y = cos(a·y), y′ = −y·sin(ay)/(1 + a·sin(ay)), and the second by differences", () => {
    const f = (a: Scalar) => fixedPoint((y: Scalar, b: Scalar) => cos(mul(b, y)))(0.5, a);
    const derivative = (a: number): number => {
      const y = f(a) as number;
      return (-y * Math.sin(a * y)) / (1 + a * Math.sin(a * y));
    };
    expect(slope(f)(0.9)).toBeCloseTo(derivative(0.9), 14);
    const central = (h: number) => (derivative(0.9 + h) - derivative(0.9 - h)) / (2 * h);
    const second = (4 * central(5e-4) - central(1e-3)) / 3;
    expect(slope(slope(f))(0.9)).toBeCloseTo(second, 10);
  });

  test("agrees with the derivative of its steps, taped, in containers of several arguments", () => {
    type State = { readonly u: Vector; readonly v: Scalar };
    const step = ({ u, v }: State, w: Vector, [a, b]: Scalars<2>): State => ({
      u: tanh(add(mul(mul(0.4, w), u), mul(a, v))),
      v: add(mul(0.3, sin(mul(b, v))), mul(0.1, exp(sum(u)))),
    });
    const start: State = { u: Float64Array.of(0.1, 0.2), v: 0.3 };
    const energy = ({ u, v }: State): Scalar => add(sum(square(u)), exp(v));
    interface X {
      readonly w: Vector;
      readonly p: readonly [Scalar, Scalar];
    }
    const settled = fixedPoint(step);
    const implicit = (x: X) => energy(settled(start, x.w, x.p));
    const unrolled = (x: X) => energy(fold(400, start, (y: State) => step(y, x.w, x.p)));
    const x = { w: Float64Array.of(0.7, -1.2), p: [0.8, 1.1] } as const;
    const [a, b] = [valueAndGradient(implicit)(x), valueAndGradient(unrolled)(x)];
    expect(a.value).toBeCloseTo(b.value, 14);
    const flat = (g: typeof a.gradient): number[] => [...g.w, ...g.p];
    expect(Math.max(...flat(a.gradient).map(Math.abs))).toBeGreaterThan(0.1);
    flat(a.gradient).forEach((g, k) => expect(g).toBeCloseTo(flat(b.gradient)[k]!, 13));
    const hessian = (f: typeof implicit) =>
      jacobian(([w, c, d]: readonly [Vector, Scalar, Scalar]) => gradient(f)({ w, p: [c, d] }))([
        x.w,
        ...x.p,
      ]).toJSON();
    const expected = hessian(unrolled);
    hessian(implicit).forEach((row, i) => {
      row.forEach((h, j) => expect(h).toBeCloseTo(expected[i]?.[j] ?? NaN, 11));
    });
  });

  test("an adjoint of ∞ or NaN travels on", () => {
    const distant = ([a, b]: Scalars<2>) => add(log(sub(squareRoot(1, a), 2)), b);
    expect(gradient(distant)([4, 1])).toEqual([Infinity, 1]);
    expect(pullback((a: Scalar) => squareRoot(1, a))(4).pullback(NaN)).toBe(NaN);
    expect(pullback((a: Scalar) => squareRoot(1, a))(4).pullback(-Infinity)).toBe(-Infinity);
  });

  test("the start is a constant, also if it is an element", () => {
    expect(gradient(([s, a]: Scalars<2>) => squareRoot(s, a))([1, 4])).toEqual([0, 0.25]);
  });

  test("an output that does not depend on the parameter, a parameter that is none", () => {
    const f = fixedPoint((y: Scalar, _a: Scalar, rate: { half: number }) => mul(rate.half, y));
    expect(gradient((a: Scalar) => add(f(1, a, { half: 0.5 }), a))(3)).toBe(1);
  });

  test("its steps are not recorded: g is evaluated as often with a derivative as without, but once or twice", () => {
    let steps = 0;
    const counted = fixedPoint((y: Scalar, a: Scalar) => (steps++, cos(mul(a, y))));
    counted(0.5, 0.9);
    const plain = steps;
    steps = 0;
    const { pullback: back } = pullback((a: Scalar) => counted(0.5, a))(0.9);
    expect(steps).toBe(plain);
    back(1);
    expect(steps).toBe(plain + 2);
  });
});
