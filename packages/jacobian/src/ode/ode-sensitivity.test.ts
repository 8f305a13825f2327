import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type OdeSensitivityOptions,
  type Scalar,
  type Scalars,
  DomainError,
  Matrix,
  add,
  derivative,
  exp,
  gradient,
  matmul,
  mul,
  neg,
  odeSensitivity,
  odeSolve,
  sub,
  sum,
} from "../index.ts";

const decay = (_t: number, y: Scalar, k: Scalar): Scalar => mul(neg(k), y);

/** x′ = αx − βxy, y′ = δxy − γy; δx − γ·ln x + βy − α·ln y stays. */
const lotkaVolterra = (_t: number, [x, y]: Scalars<2>, [alpha, beta, delta, gamma]: Scalars<4>) => [
  sub(mul(alpha, x), mul(mul(beta, x), y)),
  sub(mul(mul(delta, x), y), mul(gamma, y)),
];
const start = [1.2, 0.8] as const;
const rates = [1.1, 0.4, 0.1, 0.4] as const;
const times = [0, 2.5, 5, 7.5, 10];

test("a mode that does not exist", () => {
  // What a program that is not type-checked may pass.
  const options = { steps: 9, mode: "reverse" } as unknown as OdeSensitivityOptions;
  expect(() => odeSensitivity(decay, options)).toThrow(DomainError);
  expect(() => odeSensitivity(decay, options)).toThrow(
    /expected "auto" or "forward" or "adjoint" as the option mode, got "reverse"/,
  );
});

describe("exponential decay, y = y₀e^(−kt)", () => {
  test.each(["forward", "adjoint", "auto"] as const)("e^(−kt) and −ty₀e^(−kt), %s", (mode) => {
    const solution = odeSensitivity(decay, { steps: 400, mode })(2, 0.5, [0, 1, 3]);
    [0, 1, 3].forEach((t, k) => {
      expect(solution.states[k]).toBeCloseTo(2 * Math.exp(-0.5 * t), 11);
      expect(solution.byInitial[k]!.at(0, 0)).toBeCloseTo(Math.exp(-0.5 * t), 11);
      expect(solution.byParameters[k]!.at(0, 0)).toBeCloseTo(-t * 2 * Math.exp(-0.5 * t), 11);
    });
    expectTypeOf(solution.states).toEqualTypeOf<number[]>();
    expectTypeOf(solution.byParameters).toEqualTypeOf<Matrix[]>();
  });

  test("without parameters", () => {
    const { byInitial, byParameters } = odeSensitivity((_t, y: Scalar) => neg(y), { steps: 50 })(
      1,
      [],
      [0, 1],
    );
    expect(byInitial[1]!.at(0, 0)).toBeCloseTo(Math.exp(-1), 8);
    expect(byParameters.map(({ shape }) => shape)).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});

describe.each(["rk4", "trapezoid"] as const)("Lotka–Volterra by %s", (method) => {
  const by = (mode: "forward" | "adjoint", steps = 40) =>
    odeSensitivity(lotkaVolterra, { steps, method, mode })(start, rates, times);
  const forward = by("forward");

  test("forward and adjoint agree to rounding", () => {
    const adjoint = by("adjoint");
    expect(adjoint.states).toEqual(forward.states);
    for (const which of ["byInitial", "byParameters"] as const)
      forward[which].forEach((J, k) => {
        const K = adjoint[which][k]!;
        expect(K.shape).toEqual(J.shape);
        const size = Math.max(1, ...J.data.map(Math.abs));
        J.data.forEach((entry, i) =>
          expect(Math.abs(K.data[i]! - entry)).toBeLessThan(1e-12 * size),
        );
      });
  });

  test("the first state is y₀ itself", () => {
    expect(forward.states[0]).toEqual([1.2, 0.8]);
    expect(forward.byInitial[0]!.toJSON()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(Array.from(forward.byParameters[0]!.data)).toEqual(new Array(8).fill(0));
  });

  test("they are what extrapolated differences of the states show", () => {
    const solve = odeSolve(lotkaVolterra, { steps: 40, method });
    const base = [...start, ...rates];
    const moved = (k: number, h: number) => {
      const at = base.map((entry, i) => (i === k ? entry + h : entry));
      return solve([at[0]!, at[1]!], [at[2]!, at[3]!, at[4]!, at[5]!], times)[4]!;
    };
    const h = 2e-4;
    for (let k = 0; k < 6; k++) {
      const J = k < 2 ? forward.byInitial[4]! : forward.byParameters[4]!;
      const [a, b, c, d] = [-2, -1, 1, 2].map((by) => moved(k, by * h));
      for (const i of [0, 1] as const) {
        const slope = (8 * (c![i] - b![i]) - (d![i] - a![i])) / (12 * h);
        const entry = J.at(i, k < 2 ? k : k - 2);
        expect(Math.abs(slope - entry)).toBeLessThan(1e-9 * Math.max(1, Math.abs(entry)));
      }
    }
  });

  test("what the exact flow keeps, the discrete one keeps to its order", () => {
    // V = δx − γ·ln x + βy − α·ln y is constant: ∇V(y(T))ᵀ·∂y(T)/∂y₀ = ∇V(y₀)ᵀ.
    const slope = ([x, y]: readonly [number, number]) =>
      Float64Array.of(rates[2] - rates[3] / x, rates[1] - rates[0] / y);
    const drift = (steps: number): number => {
      const { states, byInitial } = by("forward", steps);
      const carried = matmul(new Matrix(1, 2, slope(states[4]!)), byInitial[4]!);
      return Math.max(...slope(start).map((entry, k) => Math.abs(carried.data[k]! - entry)));
    };
    const [coarse, fine] = [drift(40), drift(80)];
    expect(fine).toBeLessThan(1e-2);
    expect(coarse / fine).toBeGreaterThan(method === "rk4" ? 12 : 3.5);
  });

  test("the gradient of a scalar loss is its Jacobians' product, in one sweep", () => {
    const solve = odeSolve(lotkaVolterra, { steps: 40, method });
    const loss = ({ y0, p }: { y0: Scalars<2>; p: Scalars<4> }): Scalar =>
      solve(y0, p, times).reduce<Scalar>((total, [x, y]) => add(total, sub(mul(x, x), y)), 0);
    const g = gradient(loss)({ y0: start, p: rates });
    const expected = new Float64Array(6);
    forward.states.forEach(([x], k) => {
      const w = new Matrix(1, 2, Float64Array.of(2 * x, -1));
      matmul(w, forward.byInitial[k]!).data.forEach((entry, i) => (expected[i]! += entry));
      matmul(w, forward.byParameters[k]!).data.forEach((entry, i) => (expected[2 + i]! += entry));
    });
    const size = Math.max(...expected.map(Math.abs));
    [...g.y0, ...g.p].forEach((entry, k) =>
      expect(Math.abs(entry - expected[k]!)).toBeLessThan(1e-12 * size),
    );
  });
});

test("sensitivities can be differentiated: ∂²y/∂k² = t²·y₀e^(−kt)", () => {
  for (const mode of ["forward", "adjoint"] as const) {
    const solve = odeSensitivity(decay, { steps: 200, mode });
    const byRate = (k: Scalar): Scalar => sum(solve(2, k, [0, 1]).byParameters[1]!);
    expect(derivative(byRate)(0.5)).toBeCloseTo(2 * Math.exp(-0.5), 9);
    expect(gradient(byRate)(0.5)).toBeCloseTo(2 * Math.exp(-0.5), 9);
  }
  // Through what p is a function of, too.
  const solve = odeSolve(decay, { steps: 200 });
  expect(gradient((q: Scalar): Scalar => solve(2, exp(q), [0, 1])[1]!)(0)).toBeCloseTo(
    -2 * Math.exp(-1),
    9,
  );
});
