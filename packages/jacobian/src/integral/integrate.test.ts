import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  abs,
  add,
  cos,
  div,
  exp,
  integrate,
  log,
  lt,
  mul,
  neg,
  pow,
  reciprocal,
  sin,
  sqrt,
  square,
  sub,
} from "../index.ts";
import { within } from "../../test-support/integrals.ts";

describe("one variable", () => {
  test.each<readonly [string, (x: Scalar) => Scalar, readonly [number, number], number]>([
    ["eˣ", (x) => exp(x), [0, 1], Math.E - 1],
    ["4/(1 + x²)", (x) => div(4, add(1, square(x))), [0, 1], Math.PI],
    ["|x − 1/3|", (x) => abs(sub(x, 1 / 3)), [0, 1], 5 / 18],
    ["a peak", (x) => reciprocal(add(1e-6, square(x))), [-1, 1], 2000 * Math.atan(1000)],
    ["e^(−x²) on the line", (x) => exp(neg(square(x))), [-Infinity, Infinity], Math.sqrt(Math.PI)],
    ["e^(−x) from 1", (x) => exp(neg(x)), [1, Infinity], Math.exp(-1)],
    ["eˣ up to 1", (x) => exp(x), [-Infinity, 1], Math.E],
    ["1/(1 + x²)", (x) => reciprocal(add(1, square(x))), [-Infinity, Infinity], Math.PI],
    ["1/√x", (x) => reciprocal(sqrt(x)), [0, 1], 2],
    ["x^(−0.9)", (x) => pow(x, -0.9), [0, 1], 10],
    ["log x", (x) => log(x), [0, 1], -1],
    ["1/√−x", (x) => reciprocal(sqrt(neg(x))), [-1, 0], 2],
    ["e^(−x)/√x", (x) => div(exp(neg(x)), sqrt(x)), [0, Infinity], Math.sqrt(Math.PI)],
  ])("%s", (_name, f, interval, exact) => {
    within(integrate(f, interval), exact);
  });

  test("an integral that is 0 has an error beside that of the magnitude", () => {
    const { value, error, converged } = integrate((x) => sin(x), [-Math.PI, Math.PI]);
    expect(Math.abs(value)).toBeLessThan(1e-15);
    expect(error).toBeLessThan(4e-10);
    expect(converged).toBe(true);
  });

  test("an interval of no length has no integral, and is not looked at", () => {
    const { value, evaluations } = integrate((x) => reciprocal(x), [0, 0]);
    expect([value, evaluations]).toEqual([0, 0]);
  });

  test("a tolerance of 0 ends where only rounding is left", () => {
    const result = integrate((x) => exp(x), [0, 1], { tolerance: 0 });
    expect(result.stop).toBe("rounding");
    expect(result.converged).toBe(false);
    expect(Math.abs(result.value - (Math.E - 1))).toBeLessThan(1e-15);
  });

  test("a singular end that is not 0 costs digits, and the error says so", () => {
    const { value, error, stop } = integrate((x) => reciprocal(sqrt(sub(1, square(x)))), [-1, 1]);
    expect(stop).toBe("rounding");
    expect(error).toBeLessThan(1e-6);
    expect(Math.abs(value - Math.PI)).toBeLessThan(error);
  });

  test("a step and a divergent integral are no surprise", () => {
    const step = integrate((x) => (lt(x, 0.3) ? 1 : 0), [0, 1]);
    expect(Math.abs(step.value - 0.3)).toBeLessThanOrEqual(step.error);
    const divergent = integrate((x) => reciprocal(x), [0, 1], { maxEvaluations: 3000 });
    expect(divergent.stop).toBe("evaluations");
    expect(divergent.error).toBeGreaterThan(0.01);
  });

  test("maxEvaluations is kept", () => {
    let calls = 0;
    const f = (x: Scalar) => (calls++, reciprocal(sqrt(x)));
    const { evaluations, stop, error, value } = integrate(f, [0, 1], { maxEvaluations: 200 });
    expect([stop, calls]).toEqual(["evaluations", evaluations]);
    expect(evaluations).toBe(15 * 13);
    expect(Math.abs(value - 2)).toBeLessThan(error);
  });
});

describe("several variables", () => {
  test("e^(xy) over the unit square: Σ 1/(k·k!)", () => {
    let [exact, factorial] = [0, 1];
    for (let k = 1; k < 25; k++) exact += 1 / (k * (factorial *= k));
    within(
      integrate(
        ([x, y]) => exp(mul(x, y)),
        [
          [0, 1],
          [0, 1],
        ],
      ),
      exact,
    );
  });

  test("a list of one interval is a list of one variable", () => {
    within(
      integrate(([x]) => exp(x), [[0, 1]]),
      Math.E - 1,
    );
  });

  test("products of four one-dimensional integrals", () => {
    const f = ([x, y, z, w]: Scalars<4>) =>
      mul(mul(exp(x), sin(y)), mul(cos(z), reciprocal(add(1, w))));
    const exact = (Math.E - 1) * 2 * Math.sin(1) * Math.LN2;
    within(
      integrate(
        f,
        [
          [0, 1],
          [0, Math.PI],
          [0, 1],
          [0, 1],
        ],
        { tolerance: 1e-8 },
      ),
      exact,
    );
  });

  test("a discontinuity: the error is honest, and the end too", () => {
    const inside = ([x, y]: Scalars<2>) => (lt(add(square(x), square(y)), 1) ? 1 : 0);
    for (const maxEvaluations of [500, 5000, 20_000]) {
      const { value, error, stop } = integrate(
        inside,
        [
          [-1, 1],
          [-1, 1],
        ],
        { maxEvaluations },
      );
      expect(Math.abs(value - Math.PI)).toBeLessThan(error);
      expect(stop).toBe("evaluations");
    }
  });

  test("1/√(xy), singular along two sides", () => {
    const f = ([x, y]: Scalars<2>) => reciprocal(sqrt(mul(x, y)));
    within(
      integrate(
        f,
        [
          [0, 1],
          [0, 1],
        ],
        { tolerance: 1e-4 },
      ),
      4,
      1e-4,
    );
  });

  test("bounds that depend on the variables before", () => {
    const one = () => 1;
    within(
      integrate(
        ([x, y]) => mul(x, y),
        [
          [0, 1],
          [0, ([x]) => x],
        ],
      ),
      1 / 8,
    );
    within(
      integrate(one, [
        [0, 1],
        [0, ([x]) => sub(1, x)],
        [0, ([x, y]) => sub(1, add(x, y))],
      ]),
      1 / 6,
    );
    within(
      integrate(one, [
        [0, 1],
        [([x]) => neg(sqrt(x)), ([x]) => sqrt(x)],
      ]),
      4 / 3,
    );
    // ∫₀^∞ ∫ₓ^∞ e^(−y) dy dx = 1
    within(
      integrate(
        ([, y]) => exp(neg(y)),
        [
          [0, Infinity],
          [([x]) => x, Infinity],
        ],
        { tolerance: 1e-8 },
      ),
      1,
    );
  });

  test("a peak between all points that are looked at is missed: the error is an estimate", () => {
    const peak = integrate((x) => exp(neg(square(mul(1e5, sub(x, 0.123))))), [0, 1]);
    expect(peak.converged).toBe(true);
    expect(peak.value).toBe(0);
  });
});

test("types: numbers for plain regions, also for functions of numbers", () => {
  const one: number = integrate((x: number) => Math.exp(x), [0, 1]).value;
  const two: number = integrate(
    ([x, y]: Scalars<2>) => mul(x, y),
    [
      [0, 1],
      [0, 1],
    ],
  ).value;
  const three: Scalar = integrate((x) => x, [0, sqrt(2) as Scalar]).value;
  expect([one, two, three].every((x) => typeof x === "number")).toBe(true);
});
