import {
  type Scalar,
  type Scalars,
  type Vector,
  ConvergenceError,
  LevelError,
  ShapeError,
  add,
  at,
  cos,
  div,
  exp,
  mul,
  sin,
  square,
  sub,
  sum,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { linearSolve } from "../test-support/linear-solve.ts";
import { gradient, jacobian, pullback, root, valueAndGradient } from "./index.ts";

const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);
const solve = linearSolve;
const cubeRoot = root((y: Scalar, a: Scalar) => sub(mul(y, square(y)), a), { solve });

describe("wrong input", () => {
  test("no root: the residual is told", () => {
    const none = root((y: Scalar, a: Scalar) => add(square(y), a), { solve, limit: 20 });
    expect(() => none(0.7, 1)).toThrow(ConvergenceError);
    expect(() => none(0.7, 1)).toThrow(
      /^root: expected Newton's method to settle within 20 steps, got one that still changed by [\d.]+ after 20, with a residual \|F\| of [\d.]+; start closer, or give as `find` a method that comes close from afar$/,
    );
  });

  test("a method that finds no root is found out", () => {
    const find = () => NaN;
    expect(() => root((y: Scalar, a: Scalar) => sub(y, a), { solve, find })(0, 1)).toThrow(
      ConvergenceError,
    );
  });

  test("a singular ∂F/∂y: what solve throws goes through, forward and backward", () => {
    const strict: typeof solve = (A, b) => {
      if (at(A, 0, 0) === 0) throw new RangeError("singular");
      return solve(A, b);
    };
    const double = root((y: Scalar, a: Scalar) => sub(square(y), a), { solve: strict });
    expect(() => double(0, 1)).toThrow(RangeError);
  });

  test("more equations than unknowns, fewer than unknowns", () => {
    const two = root((y: Scalar, a: Scalar) => [sub(y, a), y], { solve });
    expect(() => two(1, 1)).toThrow(ShapeError);
    expect(() => two(1, 1)).toThrow(
      "root: expected as many equations as unknowns, got 2 for 1; let F give one entry for each of y",
    );
    const one = root(([y, z]: Scalars<2>, a: Scalar) => sub(add(y, z), a), { solve });
    expect(() => one([1, 1], 1)).toThrow("got 1 for 2");
  });

  test("a captured element", () => {
    const f = (a: Scalar) => root((y: Scalar) => sub(square(y), a), { solve })(1);
    expect(() => gradient(f)(2)).toThrow(LevelError);
  });
});

describe("a root at 0", () => {
  const near = root((y: Scalar, a: Scalar) => sub(cos(add(y, 1)), a), { solve });

  test("the change is that of rounding, which is no small part of the root", () => {
    for (const start of [0.3, 1e-4, 0]) {
      expect(Math.abs(near(start, 0.5403023058681397) as number)).toBeLessThan(1e-15);
    }
    expect(slope((a) => near(0.3, a))(0.5403023058681397)).toBeCloseTo(-1 / Math.sin(1), 15);
  });

  test("a double root is come near to by halves", () => {
    const double = root((y: Scalar, a: Scalar) => mul(a, square(y)), { solve });
    expect(double(1, 1)).toBe(2 ** -100);
  });

  test("a scale of one's own: nothing is small beside 0", () => {
    const strict = root((y: Scalar, a: Scalar) => mul(a, square(y)), { solve, scale: 0 });
    expect(() => strict(1, 1)).toThrow(ConvergenceError);
  });
});

describe("derivatives", () => {
  test("∛a: a^(−2/3)/3, −2a^(−5/3)/9, 10a^(−8/3)/27", () => {
    const f = (a: Scalar) => cubeRoot(1, a);
    expect(f(8)).toBe(2);
    expect(slope(f)(8)).toBeCloseTo(1 / 12, 15);
    expect(slope(slope(f))(8)).toBeCloseTo(-2 / 9 / 32, 15);
    expect(slope(slope(slope(f)))(8)).toBeCloseTo(10 / 27 / 256, 15);
  });

  test("Kepler's equation: E = M + e·sin E, ∂E/∂M = 1/(1 − e·cos E), ∂E/∂e = sin E/(1 − e·cos E)", () => {
    const kepler = root((E: Scalar, [M, e]: Scalars<2>) => sub(sub(E, mul(e, sin(E))), M), {
      solve,
    });
    const { value: E, gradient: g } = valueAndGradient((x: Scalars<2>) => kepler(1, x))([0.8, 0.3]);
    expect(E - 0.3 * Math.sin(E)).toBeCloseTo(0.8, 15);
    const scale = 1 - 0.3 * Math.cos(E);
    expect(g[0]).toBeCloseTo(1 / scale, 15);
    expect(g[1]).toBeCloseTo(Math.sin(E) / scale, 15);
  });

  // The intersection of a circle of radius r and the hyperbola y·z = c, beyond the diagonal.
  const meet = root(
    ({ y, z }: { y: Scalar; z: Scalar }, [r, c]: Scalars<2>) => [
      sub(add(square(y), square(z)), square(r)),
      sub(mul(y, z), c),
    ],
    { solve },
  );
  const closed = (r: number, c: number): readonly [number, number] => {
    const [s, d] = [Math.sqrt(r * r + 2 * c), Math.sqrt(r * r - 2 * c)];
    return [(s + d) / 2, (s - d) / 2];
  };
  const both = (x: Scalars<2>) => {
    const { y, z } = meet({ y: 2, z: 0.5 }, x);
    return [y, z];
  };

  test("a system in another container than its equations, against its closed form", () => {
    const [r, c] = [2, 1];
    const [s, d] = [Math.sqrt(r * r + 2 * c), Math.sqrt(r * r - 2 * c)];
    const J = jacobian(both)([r, c]).toJSON();
    expect(J[0]?.[0]).toBeCloseTo((r / s + r / d) / 2, 14);
    expect(J[0]?.[1]).toBeCloseTo((1 / s - 1 / d) / 2, 14);
    expect(J[1]?.[0]).toBeCloseTo((r / s - r / d) / 2, 14);
    expect(J[1]?.[1]).toBeCloseTo((1 / s + 1 / d) / 2, 14);
    both([r, c]).forEach((y, k) => expect(y).toBeCloseTo(closed(r, c)[k]!, 15));
  });

  test("second order, against the closed form: ∂²y/∂r² of (s + d)/2", () => {
    const [r, c] = [2, 1];
    const [s2, d2] = [r * r + 2 * c, r * r - 2 * c];
    const H = jacobian(([a, b]: Scalars<2>) => gradient((x: Scalars<2>) => both(x)[0]!)([a, b]))([
      r,
      c,
    ]).toJSON();
    const root3 = (q: number) => q ** -1.5;
    expect(H[0]?.[0]).toBeCloseTo((2 * c * root3(s2) - 2 * c * root3(d2)) / 2, 13);
    expect(H[0]?.[1]).toBeCloseTo((-r * root3(s2) + r * root3(d2)) / 2, 13);
    expect(H[1]?.[0]).toBeCloseTo(H[0]?.[1] ?? NaN, 13);
    expect(H[1]?.[1]).toBeCloseTo((-root3(s2) - root3(d2)) / 2, 13);
  });

  test("a method of one's own is not differentiated, and Newton's method finishes it", () => {
    let plain = true;
    const bisection = (_start: Scalar, a: Scalar): Scalar => {
      plain &&= typeof a === "number";
      let [low, high] = [0, 10];
      while (high - low > 1e-3) {
        const middle = (low + high) / 2;
        if (middle * Math.exp(middle) < (a as number)) low = middle;
        else high = middle;
      }
      return low;
    };
    // Lambert's W: W′ = W/(a·(1 + W)).
    const lambert = root((w: Scalar, a: Scalar) => sub(mul(w, exp(w)), a), {
      solve,
      find: bisection,
    });
    const { value: w, gradient: g } = valueAndGradient((a: Scalar) => lambert(0, a))(100);
    expect(w).toBeCloseTo(3.38563014029005, 13);
    expect(g).toBeCloseTo(w / (100 * (1 + w)), 16);
    expect(slope((a) => slope((b) => lambert(0, b))(a))(100)).toBeLessThan(0);
    expect(plain).toBe(true);
  });

  test("Newton's steps are not recorded; the adjoint takes one linear system", () => {
    let systems = 0;
    const counted = root((y: Vector, a: Vector) => sub(square(y), a), {
      solve: (A, b) => (systems++, solve(A, b)),
    });
    const { value: y, pullback: back } = pullback((a: Vector) => sum(counted(vector([1, 1]), a)))(
      Float64Array.of(4, 9),
    );
    expect(y).toBe(5);
    systems = 0;
    expect(back(1)).toEqual(Float64Array.of(1 / 4, 1 / 6));
    expect(systems).toBe(1);
  });

  test("the start is a constant", () => {
    expect(gradient(([s, a]: Scalars<2>) => cubeRoot(s, a))([1, 8])[0]).toBe(0);
    expect(div(1, 12)).toBeCloseTo(gradient((a: Scalar) => cubeRoot(3, a))(8), 15);
  });
});
