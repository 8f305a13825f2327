import {
  DomainError,
  type Scalar,
  type Scalars,
  ShapeError,
  type Vector,
  abs,
  add,
  log,
  mul,
  sqrt,
  sub,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { identity, matmul, randomMatrix, transposedTimes } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { fischerBurmeister } from "./fischer-burmeister.ts";
import { semismoothNewton } from "./semismooth-newton.ts";

const bent = ([x]: Scalars<1>) => [sub(add(mul(2, x), abs(x)), 3)];

describe("wrong input", () => {
  test("options", () => {
    // As from a program that is not type-checked.
    expect(() => semismoothNewton(bent, { tolerance: 0 })).toThrow(DomainError);
    expect(() => semismoothNewton(bent, { oracle: 1 } as object)).toThrow("the option oracle");
  });

  test("more equations than unknowns, and a start where F is not finite", () => {
    const two = ([x]: Scalars<1>) => [x, x];
    expect(() => semismoothNewton(two)([1])).toThrow(ShapeError);
    expect(() => semismoothNewton(([x]: Scalars<1>) => [log(x)])([-1])).toThrow(DomainError);
  });
});

test("piecewise linear: two steps from anywhere", () => {
  for (const start of [-5, 0, 0.1, 7]) {
    const { x, reason, steps } = semismoothNewton(bent)([start]);
    expect(x).toEqual([1]);
    expect(reason).toBe("solved");
    expect(steps).toBeLessThanOrEqual(2);
  }
});

test("φ(a, b) = 0 exactly if a, b ≥ 0 and a·b = 0, without cancellation", () => {
  expect(fischerBurmeister(0, 3)).toBe(0);
  expect(fischerBurmeister(2, 0)).toBe(0);
  expect(fischerBurmeister(0, 0)).toBe(0);
  expect(fischerBurmeister(-1, 0)).toBe(2);
  expect(fischerBurmeister(1e-20, 1)).toBeCloseTo(-1e-20, 33);
  for (const a of [1e200, 1e-200]) {
    expect(fischerBurmeister(a, a) / a).toBeCloseTo(Math.SQRT2 - 2, 14);
  }
  expect(fischerBurmeister(Float64Array.of(3, -3), Float64Array.of(4, -4))).toEqual(
    Float64Array.of(-2, 12),
  );
});

test("a linear complementarity problem with a positive definite matrix has the known solution", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const n = 8;
    const B = randomMatrix(n, n, { seed, distribution: "normal" });
    const M = add(transposedTimes(B, B), mul(0.1, identity(n)));
    // x* and w* = M·x* + q of disjoint supports, some of both 0: a degenerate solution.
    const x = Float64Array.from({ length: n }, (_, k) => (k % 3 === 0 ? 1 + k : 0));
    const w = Float64Array.from({ length: n }, (_, k) => (k % 3 === 1 ? 2 + k : 0));
    const q = sub(w, matmul(M, x));
    const F = (y: Vector): Vector => fischerBurmeister(y, add(matmul(M, y), q));
    const found = semismoothNewton(F)(new Float64Array(n));
    expect(found.reason).toBe("solved");
    found.x.forEach((entry, k) => {
      expect(entry).toBeCloseTo(x[k]!, 5);
    });
  }
});

/** Kojima & Shindo 1986: solutions (√6/2, 0, 0, ½), where the second pair is degenerate, and (1, 0, 3, 0). */
const kojimaShindo = ([a, b, c, d]: Scalars<4>): readonly Scalar[] => {
  const total = (...terms: readonly Scalar[]): Scalar => terms.reduce((s, x) => add(s, x));
  const times = (k: number, x: Scalar, y: Scalar): Scalar => mul(k, mul(x, y));
  const F = [
    total(times(3, a, a), times(2, a, b), times(2, b, b), c, mul(3, d), -6),
    total(times(2, a, a), a, times(1, b, b), mul(10, c), mul(2, d), -2),
    total(times(3, a, a), times(1, a, b), times(2, b, b), mul(2, c), mul(9, d), -9),
    total(times(1, a, a), times(3, b, b), mul(2, c), mul(3, d), -3),
  ];
  return [a, b, c, d].map((x, k) => fischerBurmeister(x, F[k]!));
};

test("Kojima and Shindo's problem, from several starts, with superlinear convergence at the end", () => {
  const known = [
    [Math.sqrt(6) / 2, 0, 0, 0.5],
    [1, 0, 3, 0],
  ];
  for (const start of [
    [0.5, 0.5, 0.5, 0.5],
    [1, 1, 1, 1],
    [1, 0, 0, 0],
  ] as const) {
    const { x, reason, history } = semismoothNewton(kojimaShindo)(start);
    expect(reason).toBe("solved");
    const errors = known.map((y) => Math.hypot(...x.map((entry, k) => entry - y[k]!)));
    expect(Math.min(...errors)).toBeLessThan(1e-6);
    const [before, last] = history.slice(-2).map(({ value }) => value);
    expect(last!).toBeLessThan(1e-2 * before!);
  }
});

test("an equation without a root ends where its square is least", () => {
  const F = ([x]: Scalars<1>) => [add(1, mul(x, x))];
  const { reason, x, value } = semismoothNewton(F)([3]);
  expect(["stationary", "stalled"]).toContain(reason);
  expect(x[0]).toBeCloseTo(0, 4);
  expect(value).toBeCloseTo(1, 8);
});

test("a Jacobian that is not finite ends it", () => {
  const root = ([x]: Scalars<1>) => [add(1, sqrt(x))];
  expect(semismoothNewton(root)([0])).toMatchObject({ reason: "stalled", x: [0], value: 1 });
});

test("containers, constants, progress, another engine's Jacobian, and the count", () => {
  let jacobians = 0;
  const told: number[] = [];
  const simple = ({ u }: { readonly u: Scalar }, c: number) => [sub(u, c)];
  const found = semismoothNewton(simple, {
    jacobian:
      (f) =>
      (x, ...constants) => {
        jacobians++;
        return jacobian(f)(x, ...constants);
      },
    onStep: ({ value, x }) => told.push(value, x.u as number),
  })({ u: 1 }, 4);
  expect(found.x).toEqual({ u: 4 });
  expect(told).toEqual([3, 1, 0, 4]);
  expect(found.evaluations).toEqual({ values: 2, subgradients: jacobians });
});

test("an aborted signal and the limit end it", () => {
  const signal = AbortSignal.abort();
  expect(semismoothNewton(kojimaShindo, { signal })([1, 1, 1, 1])).toMatchObject({
    reason: "aborted",
    x: [1, 1, 1, 1],
    steps: 0,
  });
  expect(semismoothNewton(kojimaShindo, { limit: 1 })([1, 1, 1, 1]).reason).toBe("limit");
});
