import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type MatrixValue,
  type OdeOptions,
  type Scalar,
  type Scalars,
  type Vector,
  ConvergenceError,
  DomainError,
  LevelError,
  Matrix,
  OperatorError,
  ShapeError,
  add,
  cos,
  derivative,
  gradient,
  hessian,
  matmul,
  mul,
  neg,
  odeSolve,
  sin,
  square,
  sub,
  sum,
  tanh,
} from "../index.ts";

const decay = (_t: number, y: Scalar, k: Scalar): Scalar => mul(neg(k), y);
const last = <T>(states: readonly T[]): T => states[states.length - 1]!;

describe("wrong input", () => {
  test("options that are none", () => {
    // What a program that is not type-checked may pass.
    const by = (options: unknown) => () => odeSolve(decay, options as OdeOptions);
    const wrong = [undefined, {}, { steps: 0 }, { steps: 1.5 }, { steps: 9, method: "euler" }];
    for (const options of [...wrong, { steps: 9, mode: "forward" }])
      expect(by(options)).toThrow(DomainError);
    expect(by({ steps: 9, method: "euler" })).toThrow(
      /^odeSolve: expected "rk4" or "trapezoid" as the option method, got "euler";/,
    );
  });

  test("times that are none, or turn", () => {
    const solve = odeSolve(decay, { steps: 1 });
    for (const times of [[], [0, NaN], [0, 0], [0, 1, 0.5], [0, Infinity], 3])
      expect(() => solve(1, 1, times as number[])).toThrow(DomainError);
    expect(() => solve(1, 1, [0, 1, 0.5])).toThrow(
      /^odeSolve: expected times that are finite and rise, or fall,/,
    );
  });

  test("no function, rates that do not fit the state", () => {
    // @ts-expect-error no function
    expect(() => odeSolve("decay", { steps: 1 })).toThrow(OperatorError);
    const short = (_t: number, [x]: Scalars<2>) => [x];
    for (const method of ["rk4", "trapezoid"] as const) {
      expect(() => odeSolve(short, { steps: 1, method })([1, 2], [], [0, 1])).toThrow(ShapeError);
      expect(() => odeSolve(short, { steps: 1, method })([1, 2], [], [0, 1])).toThrow(
        /let f\(t, y, p\) give a rate for each entry of y/,
      );
    }
  });

  test("a parameter that f captures", () => {
    for (const method of ["rk4", "trapezoid"] as const) {
      const of = (k: Scalar): Scalar =>
        last(odeSolve((_t, y: Scalar) => mul(k, y), { steps: 3, method })(1, [], [0, 1]));
      expect(() => gradient(of)(1)).toThrow(LevelError);
    }
  });

  test("a step that has no solution names its time", () => {
    // z = y + h/2·(y² + z²) has no real solution for y = 1, h = 1.
    const explosion = (_t: number, y: Scalar): Scalar => square(y);
    const solve = odeSolve(explosion, { steps: 1, method: "trapezoid" });
    expect(() => solve(1, [], [3, 4])).toThrow(ConvergenceError);
    expect(() => solve(1, [], [3, 4])).toThrow(
      /^odeSolve: expected Newton's method to solve the step from t = 3 to 4, got ".*"; take more steps$/,
    );
  });
});

/** y(t + h) = R(−kh)·y(t) for y′ = −ky, and R′. */
const stability = {
  rk4: [
    (z: number) => 1 + z + z ** 2 / 2 + z ** 3 / 6 + z ** 4 / 24,
    (z: number) => 1 + z + z ** 2 / 2 + z ** 3 / 6,
  ],
  trapezoid: [(z: number) => (1 + z / 2) / (1 - z / 2), (z: number) => 1 / (1 - z / 2) ** 2],
} as const;

describe.each(["rk4", "trapezoid"] as const)("%s", (method) => {
  const [R, slope] = stability[method];

  test("exponential decay is a power of its stability function, and so are the derivatives", () => {
    const [y0, k, N, h] = [2, 0.7, 30, 0.1];
    const solve = odeSolve(decay, { steps: N, method });
    const z = -k * h;
    const dk = -h * N * R(z) ** (N - 1) * slope(z) * y0;
    expect(last(solve(y0, k, [0, N * h]))).toBeCloseTo(R(z) ** N * y0, 14);
    const byRate = (k: Scalar): Scalar => last(solve(y0, k, [0, N * h]));
    expect(derivative(byRate)(k)).toBeCloseTo(dk, 13);
    expect(gradient(byRate)(k)).toBeCloseTo(dk, 13);
    // h²·(N(N − 1)·R^(N−2)·R′² + N·R^(N−1)·R″)·y₀
    const bend = method === "rk4" ? 1 + z + z ** 2 / 2 : 1 / (1 - z / 2) ** 3;
    const dkk =
      h ** 2 * y0 * N * ((N - 1) * R(z) ** (N - 2) * slope(z) ** 2 + R(z) ** (N - 1) * bend);
    expect(derivative((k: Scalar) => gradient(byRate)(k))(k)).toBeCloseTo(dkk, 12);
    expect(hessian(([k]: Scalars<1>) => byRate(k))([k]).at(0, 0)).toBeCloseTo(dkk, 12);
    expect(gradient((y: Scalar): Scalar => last(solve(y, k, [0, N * h])))(y0)).toBeCloseTo(
      R(z) ** N,
      14,
    );
  });

  test("its order is that of the textbooks, in the value and in the derivative", () => {
    // y′ = y·cos t + p, with the solution for p = 0: y₀·e^(sin t); ∂y/∂y₀ = e^(sin t).
    const f = (t: number, y: Scalar, p: Scalar): Scalar => add(mul(Math.cos(t), y), p);
    const exact = 1.5 * Math.exp(Math.sin(2));
    const errors = [10, 20, 40].map((steps) => {
      const y = (y0: Scalar): Scalar => last(odeSolve(f, { steps, method })(y0, 0, [0, 2]));
      return [
        Math.abs((y(1.5) as number) - exact),
        Math.abs(gradient(y)(1.5) - exact / 1.5),
      ] as const;
    });
    for (const which of [0, 1] as const) {
      const order = Math.log2(errors[1]![which] / errors[2]![which]);
      expect(Math.abs(order - (method === "rk4" ? 4 : 2))).toBeLessThan(0.25);
      expect(errors[1]![which]).toBeLessThan(errors[0]![which]);
    }
  });

  test("backwards in time comes back; the times between are passed through", () => {
    const spring = (_t: number, [x, v]: Scalars<2>, w: Scalar) => [v, neg(mul(w, x))];
    const solve = odeSolve(spring, { steps: 50, method });
    const there = solve([1, 0], 2, [0, 1, 1.5]);
    expect(there).toHaveLength(3);
    expectTypeOf(there).toEqualTypeOf<[number, number][]>();
    expect(there[1]![0]).toBeCloseTo(Math.cos(Math.SQRT2), 3);
    const back = last(solve(last(there), 2, Float64Array.of(1.5, 1, 0)));
    expect(back[0]).toBeCloseTo(1, 6);
    expect(back[1]).toBeCloseTo(0, 6);
    expect(solve([1, 0], 2, [5])).toEqual([[1, 0]]);
  });

  test("a field with weights in an object: the gradient against differences", () => {
    const field = (t: number, y: Vector, { W, b }: { W: MatrixValue; b: Vector }) =>
      tanh(add(matmul(W, y), mul(Math.sin(t), b)));
    const solve = odeSolve(field, { steps: 8, method });
    const W = Matrix.fromRows([
      [0.2, -0.5],
      [0.4, 0.1],
    ]);
    const b = Float64Array.of(0.3, -0.2);
    const loss = (p: { W: MatrixValue; b: Vector }): Scalar =>
      sum(square(last(solve(Float64Array.of(1, -1), p, [0, 1, 2]))));
    const g = gradient(loss)({ W, b });
    const h = 3e-4;
    const shifted = (k: number, by: number) => {
      const moved = new Matrix(2, 2, W.data.slice());
      moved.data[k]! += by;
      return loss({ W: moved, b }) as number;
    };
    for (let k = 0; k < 4; k++) {
      const wide = (shifted(k, 2 * h) - shifted(k, -2 * h)) / (4 * h);
      const narrow = (shifted(k, h) - shifted(k, -h)) / (2 * h);
      expect(g.W.data[k]).toBeCloseTo((4 * narrow - wide) / 3, 10);
    }
    expect(g.b).toHaveLength(2);
  });
});

describe("stiff equations", () => {
  // y′ = −λ(y − cos t) − sin t: y = cos t, to which all else falls within 1/λ (Prothero & Robinson 1974).
  const stiff = (t: number, y: Scalar, rate: Scalar): Scalar =>
    sub(neg(mul(rate, sub(y, Math.cos(t)))), Math.sin(t));

  test("the trapezoidal rule takes steps a thousand times as long as those that rk4 can bear", () => {
    const steps = 20;
    const [y, z] = (["trapezoid", "rk4"] as const).map((method) =>
      last(odeSolve(stiff, { steps, method })(1, 1e4, [0, 2])),
    );
    expect(y).toBeCloseTo(Math.cos(2), 5);
    expect(Math.abs(z!)).toBeGreaterThan(1e100);
  });

  test("and so do its derivatives: of y₀ = 1 + d, ((1 − λh/2)/(1 + λh/2))ᴺ·d is left", () => {
    const of = (y0: Scalar): Scalar =>
      last(odeSolve(stiff, { steps: 20, method: "trapezoid" })(y0, 1e4, [0, 2]));
    const left = ((1 - 500) / (1 + 500)) ** 20;
    expect(derivative(of)(1)).toBeCloseTo(left, 12);
    expect(gradient(of)(1)).toBeCloseTo(left, 12);
  });

  test("a stiff nonlinear one: Van der Pol's with μ = 1000, on its slow branch", () => {
    // x′ = v, v′ = μ(1 − x²)v − x: there x² − 1 changes by μv(x² − 1) = −x, so ln x − x²/2 grows by t/μ.
    const vanDerPol = (_t: number, [x, v]: Scalars<2>, mu: Scalar) => [
      v,
      sub(mul(mul(mu, sub(1, square(x))), v), x),
    ];
    const solve = odeSolve(vanDerPol, { steps: 100, method: "trapezoid" });
    const [x] = last(solve([2, -2 / 3000], 1000, [0, 500]));
    const slow = (x: number) => Math.log(x) - (x * x) / 2;
    expect(slow(x) - slow(2)).toBeCloseTo(0.5, 3);
    const g = gradient((mu: Scalar): Scalar => last(solve([2, -2 / 3000], mu, [0, 500]))[0])(1000);
    // ∂x/∂μ·(1/x − x) = −t/μ².
    expect((g * (1 / x - x)) / (-500 / 1e6)).toBeCloseTo(1, 2);
  });
});

describe("long runs", () => {
  test("the adjoint of 5 000 steps", () => {
    const field = (t: number, y: Scalar, p: Scalar): Scalar => mul(p, cos(mul(t, sin(y))));
    const solve = odeSolve(field, { steps: 5_000 });
    const of = (p: Scalar): Scalar => last(solve(0.3, p, [0, 10]));
    expect(gradient(of)(0.7)).toBeCloseTo(derivative(of)(0.7), 11);
  });
});

test.each(["rk4", "trapezoid"] as const)("what f writes into is its own: %s", (method) => {
  const field = (_t: number, [x, v]: Scalars<2>) => [v, neg(x)];
  const spoiling = (t: number, y: [Scalar, Scalar]) => {
    const rate = field(t, y);
    y.fill(1e9);
    return rate;
  };
  const [wanted, got] = [field, spoiling].map((f) => {
    // Of a program that is not type-checked: lists are to be read only.
    const solve = odeSolve(f as typeof field, { steps: 3, method });
    const end = (x: Scalar): Scalar => last(solve([x, 0], [], [0, 1, 2]))[0];
    return [solve([1, 0], [], [0, 1, 2]), gradient(end)(1)];
  });
  expect(got).toEqual(wanted);
});
