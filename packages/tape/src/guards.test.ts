import {
  type Scalar,
  type Scalars,
  type Vector,
  ConvergenceError,
  LevelError,
  OperatorError,
  ShapeError,
  abs,
  at,
  clamp,
  cos,
  eq,
  gt,
  iterate,
  lt,
  max,
  mul,
  relu,
  sub,
  sum,
  add,
  div,
  square,
  unary,
  value,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test, vi } from "vitest";
import { checkpoint, fixedPoint, gradient, record, valueAndGradient } from "./index.ts";

// Whatever f looked at must come out as it did; else f is evaluated again.

interface Case {
  readonly name: string;
  readonly f: (x: Scalar) => Scalar;
  /** Recorded here; replayed there; recorded again beyond. */
  readonly from: number;
  readonly replayed: number;
  readonly again: number;
}

const cases: readonly Case[] = [
  { name: "lt", f: (x) => (lt(x, 1) ? mul(2, x) : mul(x, x)), from: 0, replayed: 0.5, again: 1 },
  { name: "gt", f: (x) => (gt(x, 1) ? mul(x, x) : x), from: 2, replayed: 3, again: 1 },
  { name: "eq", f: (x) => (eq(x, 1) ? mul(5, x) : x), from: 0, replayed: 2, again: 1 },
  { name: "NaN", f: (x) => (lt(x, 1) ? mul(2, x) : mul(3, x)), from: 0, replayed: -1, again: NaN },
  { name: "abs", f: (x) => abs(mul(2, x)), from: -1, replayed: -2, again: 3 },
  { name: "abs, at its tie", f: (x) => abs(x), from: 1, replayed: 2, again: 0 },
  { name: "abs, away from its tie", f: (x) => abs(x), from: 0, replayed: -0, again: 1 },
  { name: "relu", f: (x) => relu(sub(x, 1)), from: 0, replayed: -5, again: 2 },
  { name: "max", f: (x) => max(mul(x, x), x), from: 2, replayed: 3, again: 0.5 },
  { name: "where", f: (x) => where("lt", x, 0, mul(x, x), x), from: 1, replayed: 2, again: -1 },
  { name: "value", f: (x) => mul(x, value(x) > 2 ? 3 : 4), from: 1, replayed: 1, again: 1.5 },
  { name: "a number from value", f: (x) => mul(x, value(x)), from: 1, replayed: 1, again: 2 },
];

describe.each(cases)("$name", ({ f, from, replayed, again }) => {
  test("holds: replayed", () => {
    const spy = vi.fn(f);
    const tape = record(spy)(from);
    expect(tape.gradient(replayed)).toBe(gradient(f)(replayed));
    expect(tape.value).toBe(f(replayed));
    expect(spy).toHaveBeenCalledTimes(1);
  });

  test("fails: recorded again, and replayed from there", () => {
    const spy = vi.fn(f);
    const tape = record(spy)(from);
    expect(tape.gradient(again)).toBe(gradient(f)(again));
    expect(tape.evaluations).toBe(2);
    expect(tape.gradient(again)).toBe(gradient(f)(again));
    expect(spy).toHaveBeenCalledTimes(2);
    expect(tape.gradient(from)).toBe(gradient(f)(from));
  });
});

test("a comparison of entries, and the values of arrays", () => {
  const f = (x: Vector) => (gt(at(x, 0), at(x, 1)) ? sum(x) : sum(mul(x, value(mul(2, x)))));
  const tape = record(f)(Float64Array.of(2, 1));
  expect(tape.gradient(Float64Array.of(9, 8))).toEqual(Float64Array.of(1, 1));
  expect(tape.evaluations).toBe(1);
  expect(tape.gradient(Float64Array.of(1, 3))).toEqual(Float64Array.of(2, 6));
  expect(tape.gradient(Float64Array.of(1, 4))).toEqual(Float64Array.of(2, 8));
  expect(tape.evaluations).toBe(3);
});

test("an array in which a piece appears that was nowhere", () => {
  const tape = record((x: Vector) => sum(relu(x)))(Float64Array.of(1, 2));
  expect(tape.gradient(Float64Array.of(1, -2))).toEqual(Float64Array.of(1, 0));
  expect(tape.evaluations).toBe(2);
});

test("an iteration takes as many steps as it needs", () => {
  const root = (a: Scalar): Scalar =>
    iterate(
      (x: Scalar, last: Scalar) => lt(abs(sub(x, last)), 1e-12),
      a,
      (x) => mul(0.5, add(x, div(a, x))),
    );
  const tape = record(root)(2);
  for (const a of [2, 2.0001, 3, 100, 1e6]) {
    expect(tape.gradient(a)).toBe(gradient(root)(a));
    expect(tape.gradient(a)).toBeCloseTo(0.5 / Math.sqrt(a), 12);
  }
});

test("a comparison inside of a derivative inside of f", () => {
  const inner = (y: Scalar) => (lt(y, 1) ? square(y) : mul(5, y));
  const f = ([x]: Scalars<1>) => mul(x, gradient(inner)(x));
  const tape = record(f)([0.5]);
  expect(tape.gradient([0.25])).toEqual(gradient(f)([0.25]));
  expect(tape.evaluations).toBe(1);
  expect(tape.gradient([2])).toEqual([5]);
  expect(tape.evaluations).toBe(2);
});

test.each<[string, (y: Scalar) => Scalar]>([
  ["abs", (y) => mul(y, abs(y))],
  ["relu", (y) => square(relu(y))],
  ["max", (y) => square(max(y, mul(-2, y)))],
  ["clamp", (y) => square(clamp(y, -10, 10))],
  ["where", (y) => where("ge", y, 0, square(y), mul(3, y))],
])("%s in a derivative inside of f: its side is guarded, not its operand", (_name, inner) => {
  const f = (x: Scalar) => mul(x, gradient(inner)(x));
  const tape = record(f)(0.5);
  for (const x of [0.25, 2, 7]) expect(tape.gradient(x)).toBe(gradient(f)(x));
  expect(tape.evaluations).toBe(1);
  for (const x of [-2, 0, NaN]) expect(tape.gradient(x)).toBe(gradient(f)(x));
  expect(gradient(f)(1)).toBeCloseTo((4 * central(f, 1e-3) - central(f, 2e-3)) / 3, 6);
});

const central = (f: (x: Scalar) => Scalar, h: number): number =>
  (value(f(1 + h)) - value(f(1 - h))) / (2 * h);

test("a function that throws when it is recorded again leaves a tape that works", () => {
  const f = (x: Scalar): Scalar => {
    if (gt(x, 1)) throw new RangeError("mine");
    return square(x);
  };
  const tape = record(f)(0.5);
  const { pullback } = tape.pullback(0.5);
  expect(() => tape.gradient(2)).toThrow(RangeError);
  // Nothing of another input is shown, nor swept.
  const nothing =
    "expected a tape whose function gave a value at the last input, got one whose function threw there, asked for";
  expect(() => tape.value).toThrow(`${nothing} the value`);
  expect(() => tape.toText()).toThrow(`${nothing} the operations`);
  expect(() => tape.toDot()).toThrow(LevelError);
  expect(() => pullback(1)).toThrow(LevelError);
  expect(tape.gradient(0.25)).toBe(0.5);
  expect(tape.value).toBe(0.0625);
  expect(tape.toText()).toContain("v1 = input → 0.25");
  // An input that is refused beforehand changes nothing.
  expect(() => tape.gradient([1] as never)).toThrow(ShapeError);
  expect(tape.value).toBe(0.0625);
});

test("a rule that gives something else for the same operands is refused", () => {
  let calls = 0;
  const counting = unary("counting", { value: (x) => x + calls++, partial: () => 1 });
  const f = (x: Scalar): Scalar => (lt(counting(x), 1) ? x : square(x));
  expect(() => record(f)(0.5)).toThrow(OperatorError);
  expect(() => record(f)(0.5)).not.toThrow();
  expect(() => record((x: Scalar): Scalar => counting(x))(0.5)).toThrow(
    "record: expected operations that give the same when they are applied again to the same, got another value;",
  );
});

test("so is an array that is filled again after an operation has used it", () => {
  const f = (x: Vector): Scalar => {
    const w = new Float64Array(2);
    return [1, 2].reduce<Scalar>((total, k) => add(total, sum(mul(x, w.fill(k)))), 0);
  };
  expect(() => record(f)(Float64Array.of(1, 2))).toThrow(OperatorError);
  const tape = record((x: Vector) => (gt(at(x, 0), 0) ? sum(x) : f(x)))(Float64Array.of(1, 2));
  expect(() => tape.gradient(Float64Array.of(-1, 2))).toThrow(OperatorError);
  expect(() => tape.gradient(Float64Array.of(-3, 2))).toThrow(OperatorError);
  expect(() => tape.value).toThrow(LevelError);
  expect(tape.gradient(Float64Array.of(3, 2))).toEqual(Float64Array.of(1, 1));
});

describe("a rule that throws, in a function that catches", () => {
  const settled = fixedPoint((y: Scalar, a: Scalar): Scalar => mul(a, cos(y)), { limit: 100 });
  const f = (a: Scalar): Scalar => {
    try {
      return settled(0.5, a);
    } catch {
      return mul(100, a);
    }
  };

  test.each([
    ["where it threw", 1.5, 0.3],
    ["where it did not throw", 0.3, 1.5],
  ])("recorded %s", (_name, from, to) => {
    const tape = record(f)(from);
    expect(tape.valueAndGradient(from)).toEqual(valueAndGradient(f)(from));
    expect(tape.evaluations).toBe(1);
    expect(tape.valueAndGradient(to)).toEqual(valueAndGradient(f)(to));
    expect(tape.evaluations).toBe(2);
  });

  test("what nobody catches is thrown by the replay too", () => {
    const tape = record((a: Scalar) => settled(0.5, a))(0.3);
    expect(() => tape.gradient(1.5)).toThrow(ConvergenceError);
    expect(tape.gradient(0.4)).toBe(gradient((a: Scalar) => settled(0.5, a))(0.4));
  });
});

describe("an operation whose result is another in kind", () => {
  test("of another shape", () => {
    const g = checkpoint((x: Scalar): Vector =>
      lt(x, 0) ? vector([x, x, x]) : vector([x, mul(2, x)]),
    );
    const f = (x: Scalar): Scalar => add(sum(g(x)), at(g(x), 0));
    const tape = record(f)(1);
    expect(tape.gradient(2)).toBe(4);
    expect(tape.evaluations).toBe(1);
    expect(tape.valueAndGradient(-2)).toEqual({ value: -8, gradient: 4 });
    expect(tape.gradient(-2)).toBe(4);
    expect(tape.evaluations).toBe(2);
  });

  test("with other keys, or the same in another order", () => {
    const g = checkpoint((x: Scalar): Record<string, Scalar> =>
      lt(x, 0) ? { b: x, a: mul(5, x) } : { a: x, b: mul(2, x) },
    );
    const f = (x: Scalar): Scalar => g(x)["a"] ?? 0;
    const tape = record(f)(1);
    expect(tape.gradient(2)).toBe(1);
    expect(tape.evaluations).toBe(1);
    expect(tape.gradient(-2)).toBe(5);
    expect(tape.evaluations).toBe(2);
  });

  test("with more of them", () => {
    const g = checkpoint((x: Scalar): readonly Scalar[] => (lt(x, 0) ? [x, x] : [x]));
    const f = (x: Scalar): Scalar => g(x).reduce(add, 0);
    const tape = record(f)(1);
    expect(tape.gradient(-1)).toBe(2);
    expect(tape.evaluations).toBe(2);
  });
});
