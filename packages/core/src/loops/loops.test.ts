import { describe, expect, test } from "vitest";
import { slope } from "../../test-support/push.ts";
import {
  ConvergenceError,
  DomainError,
  OperatorError,
  ShapeError,
  add,
  affine,
  at,
  build,
  div,
  eq,
  fold,
  iterate,
  lt,
  mul,
  scalar,
  scan,
  square,
  sub,
  abs,
  sumOver,
  type Scalar,
  type Value,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

describe("the count", () => {
  test.each<[string, (n: number) => unknown]>([
    ["sumOver", (n) => sumOver(n, () => 1)],
    ["build", (n) => build(n, () => 1)],
    ["fold", (n) => fold(n, 0, (x) => x)],
    ["scan", (n) => scan(n, 0, (x) => x)],
  ])("%s refuses what is no whole number", (name, loop) => {
    for (const n of [-1, 1.5, NaN, Infinity]) {
      expect(() => loop(n)).toThrow(DomainError);
      expect(() => loop(n)).toThrow(`${name}: expected a whole number of steps, 0 or more`);
      expect(() => loop(n)).toThrow(`got ${n}; the number comes first`);
    }
  });
});

describe("a body that gives what is no value", () => {
  test.each<[string, () => unknown]>([
    ["sumOver", () => sumOver(1, () => wrong(undefined))],
    ["sumOver", () => sumOver(2, () => wrong(Promise.resolve(1)))],
    ["fold", () => fold(1, 0, () => wrong("x"))],
    ["scan", () => scan(1, 0, () => wrong(undefined))],
    [
      "iterate",
      () =>
        iterate(
          () => true,
          0,
          () => wrong(undefined),
        ),
    ],
  ])("%s refuses it", (_name, loop) => {
    expect(loop).toThrow(OperatorError);
  });

  test("a list is no term", () => {
    expect(() => sumOver(1, () => wrong([1]))).toThrow(ShapeError);
    expect(() => sumOver(1, () => wrong([1]))).toThrow("sumOver: expected a number");
  });
});

describe("a carry that changes its structure", () => {
  test.each<[string, () => unknown]>([
    ["fold", () => fold<Value>(2, 0, () => new Float64Array(2))],
    ["scan", () => scan<Value>(2, 0, () => new Float64Array(2))],
    [
      "iterate",
      () =>
        iterate<Value>(
          () => true,
          0,
          () => new Float64Array(2),
        ),
    ],
  ])("is refused by %s, and both are shown", (name, loop) => {
    expect(loop).toThrow(ShapeError);
    expect(loop).toThrow(
      `${name}: expected the structure a scalar, got a vector of 2; let every step keep the structure of its carry`,
    );
  });

  test("a list that grows, a key that is lost", () => {
    expect(() => fold<number[]>(1, [1], (carry) => [...carry, 1])).toThrow(
      "fold: expected the structure [a scalar], got [a scalar,a scalar]; let every step keep the structure of its carry",
    );
    expect(() => fold<Record<string, number>>(1, { a: 1 }, () => ({}))).toThrow(
      "fold: expected the structure {a:a scalar}, got {}; let every step keep the structure of its carry",
    );
  });
});

describe("values", () => {
  test("sumOver adds in order, 0 for no terms, vectors too", () => {
    expect(sumOver(4, (i) => square(scalar(i)))).toBe(14);
    expect(sumOver(0, () => 1)).toBe(0);
    expect(sumOver(3, (i) => Float64Array.of(1, scalar(i)))).toEqual(Float64Array.of(3, 3));
    // (1 + 1e16) − 1e16 loses the 1, another order would not.
    expect(sumOver(3, (i) => at(Float64Array.of(1, 1e16, -1e16), i))).toBe(0);
  });

  test("build makes a vector", () => {
    expect(build(3, (i) => square(scalar(i)))).toEqual(Float64Array.of(0, 1, 4));
    expect(build(0, () => 1)).toEqual(new Float64Array(0));
  });

  test("fold gives the last carry, scan all, without the start", () => {
    const factorial = (n: number): number =>
      fold<number>(n, 1, (product, i) => mul(product, scalar(affine(i, 1, 1))));
    expect([0, 1, 5].map(factorial)).toEqual([1, 1, 120]);
    expect(scan<number>(4, 0, (total, i) => add(total, scalar(i)))).toEqual([0, 1, 3, 6]);
    expect(scan(0, 0, (x) => x)).toEqual([]);
  });

  test("a carry may be a container", () => {
    const fibonacci = fold<readonly [number, number]>(10, [0, 1], ([a, b]) => [b, add(a, b)]);
    expect(fibonacci).toEqual([55, 89]);
    const { x } = fold<{ x: number; v: number }>(2, { x: 1, v: 0 }, ({ x: p, v }) => ({
      x: add(p, v),
      v: sub(v, p),
    }));
    expect(x).toBe(0);
  });
});

describe("iterate", () => {
  test("refuses a limit below one step", () => {
    for (const limit of [0, -1, NaN]) {
      const loop = (): unknown =>
        iterate(
          () => true,
          1,
          (x) => x,
          limit,
        );
      expect(loop).toThrow(DomainError);
      expect(loop).toThrow(`iterate: expected a limit of 1 step or more, got ${limit}; `);
    }
  });

  test("says when its condition was never met", () => {
    const never = (): unknown =>
      iterate(
        () => false,
        1,
        (x) => x,
        7,
      );
    expect(never).toThrow(ConvergenceError);
    expect(never).toThrow(
      "iterate: expected its condition to hold within 7 steps, got none that met it; loosen the condition or pass a larger limit",
    );
  });

  test("stops where the condition holds, and gives that carry", () => {
    expect(
      iterate<number>(
        (next) => !lt(next, 100),
        1,
        (x) => mul(2, x),
      ),
    ).toBe(128);
    let steps = 0;
    iterate<number>(
      (_next, last) => eq(last, 3),
      1,
      (x) => (steps++, add(x, 1)),
    );
    expect(steps).toBe(3);
  });

  const root = (a: Scalar): Scalar =>
    iterate<Scalar>(
      (next, last) => lt(abs(sub(next, last)), 1e-15),
      a,
      (x) => mul(0.5, add(x, div(a, x))),
    );

  test("differentiates through its steps: Heron's root", () => {
    expect(root(2)).toBeCloseTo(Math.SQRT2, 15);
    expect(slope((a) => root(a as number), 2)).toBeCloseTo(0.5 / Math.SQRT2, 14);
  });
});

test("loops differentiate", () => {
  const power = (x: Value): Value => fold<Value>(5, 1, (carry) => mul(carry, x));
  expect(slope(power, 2)).toBe(80);
  expect(slope((x) => sumOver(4, (i) => mul(scalar(i), square(x))), 3)).toBe(36);
  expect(slope((x) => build(3, (i) => mul(scalar(i), x as number)), 3)).toEqual(
    Float64Array.of(0, 1, 2),
  );
});
