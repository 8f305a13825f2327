import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  LevelError,
  Matrix,
  ShapeError,
  abs,
  add,
  at,
  clamp,
  cos,
  div,
  exp,
  floor,
  logsumexp,
  max,
  mul,
  pow,
  relu,
  round,
  row,
  sign,
  sin,
  slice,
  square,
  stopGradient,
  structured,
  sub,
  sum,
  sumOver,
  tanh,
  vector,
} from "@jacobian/core";
import { describe, expect, test, vi } from "vitest";
import { gradient, record, valueAndGradient, vjp } from "./index.ts";

describe("wrong input", () => {
  const f = ([x, y]: Scalars<2>) => mul(x, y);

  test("an input or cotangent of another structure", () => {
    const tape = record(f)([1, 2]);
    // @ts-expect-error three numbers
    expect(() => tape.gradient([1, 2, 3])).toThrow(
      /gradient: expected the structure .*; record again for an input of another structure/,
    );
    // @ts-expect-error a list instead of a number
    expect(() => tape.vjp([1, 2], [1])).toThrow(ShapeError);
  });

  test("a gradient of several outputs", () => {
    const tape = record(([x, y]: Scalars<2>) => [x, y])([1, 2]);
    // @ts-expect-error the output is a list of two
    expect(() => tape.gradient([1, 2])).toThrow(/gradient: expected .* one scalar output/);
    // @ts-expect-error the output is a list of two
    expect(() => tape.valueAndGradient([1, 2])).toThrow(/valueAndGradient: expected/);
  });

  test("elements of a derivative around it", () => {
    const around = /record: expected plain numbers .* of a derivative around it/;
    expect(() =>
      gradient((x: Scalar) => record((y: Scalar) => mul(x, y))(2).gradient(2))(3),
    ).toThrow(LevelError);
    expect(() =>
      gradient((x: Scalar) => record((y: Scalar) => mul(x, y))(2).gradient(2))(3),
    ).toThrow(around);
    expect(() => gradient((x: Scalar) => record((y: Scalar) => exp(y))(x).gradient(x))(3)).toThrow(
      around,
    );
    const tape = record((y: Scalar) => exp(y))(1);
    expect(() => gradient((x: Scalar) => tape.gradient(x as number))(3)).toThrow(around);
    expect(() => gradient((x: Scalar) => record((_y: Scalar) => x)(1).value)(3)).toThrow(around);
    // And the tape is none the worse for it.
    expect(tape.gradient(0)).toBe(1);
  });
});

const both = structured("both", {
  value: ([x = 0, y = 0]) => [mul(x, y), add(x, y)],
  shape: () => [[], []],
  pushforward: ([dx = 0, dy = 0], [x = 0, y = 0]) => [add(mul(dx, y), mul(x, dy)), add(dx, dy)],
});

interface Model {
  readonly w: MatrixValue;
  readonly b: Vector;
  readonly k: Scalar;
}

const model = ({ w, b, k }: Model): Scalar => {
  const hidden = relu(add(row(w, 0), mul(k, b)));
  // The rule is used on scalars only.
  const [p = 0, q = 0] = both([k, at(b, 1)]) as Scalar[];
  const folded = sumOver(3, (i) => div(at(hidden, i), add(2, square(at(b, i)))));
  const list = vector([p, q, folded, sub(1, k), pow(2, k), at(w, 1, 0)]);
  const parts = max(slice(list, 1, 5), slice(list, 2, 6));
  return add(logsumexp(tanh(mul(parts, clamp(k, -3, 3)))), mul(floor(k), sin(k)));
};

const point = (seed: number): { w: Matrix; b: Float64Array; k: number } => ({
  w: new Matrix(
    2,
    3,
    Float64Array.from({ length: 6 }, (_, i) => Math.sin(seed + i)),
  ),
  b: Float64Array.from({ length: 3 }, (_, i) => Math.cos(seed * i + 1)),
  k: 2 * Math.sin(3 * seed),
});

describe("a replay is the same as evaluating", () => {
  test("at many points, with kinks, arrays, entries and several outputs of a rule, to the last bit", () => {
    const tape = record(model)(point(0));
    for (let seed = 0; seed < 50; seed++) {
      expect(tape.valueAndGradient(point(seed))).toEqual(valueAndGradient(model)(point(seed)));
      expect(tape.value).toBe(model(point(seed)));
    }
    expect(tape.evaluations).toBeGreaterThan(1);
    expect(tape.evaluations).toBeLessThan(50);
  });

  test("f is not evaluated again", () => {
    const f = vi.fn(([x, y]: Scalars<2>) => [mul(exp(x), y), cos(y)]);
    const tape = record(f)([0, 1]);
    expect(tape.vjp([2, 3], [1, 1])).toEqual(
      vjp(([x, y]: Scalars<2>) => [mul(exp(x), y), cos(y)])([2, 3], [1, 1]),
    );
    tape.pullback([4, 5]).pullback([1, 0]);
    expect(f).toHaveBeenCalledTimes(1);
    expect(tape.evaluations).toBe(1);
  });

  test("an array whose entries change sides replays, with their new shares", () => {
    const f = (x: Vector) => sum(square(relu(x)));
    const tape = record(f)(Float64Array.of(-1, 2, 3));
    expect(tape.gradient(Float64Array.of(4, -5, 6))).toEqual(Float64Array.of(8, 0, 12));
    expect(tape.evaluations).toBe(1);
  });

  test("floor and stopGradient give plain numbers, as without a record, which must come again", () => {
    const f = (x: Scalar) => mul(x, floor(x) === 1 ? 3 : 5);
    const tape = record(f)(1.5);
    expect(tape.gradient(1.75)).toBe(3);
    expect(tape.evaluations).toBe(1);
    expect(tape.gradient(3.5)).toBe(5);
    expect(tape.evaluations).toBe(2);
    const g = (x: Vector) => sum(mul(x, add(stopGradient(x), floor(x))));
    const arrays = record(g)(Float64Array.of(1.5));
    expect(arrays.gradient(Float64Array.of(3.5))).toEqual(Float64Array.of(6.5));
    expect(arrays.evaluations).toBe(2);
  });

  test.each<[string, (x: Scalar) => Scalar]>([
    ["a switch over sign", (x) => (sign(x) === 1 ? square(x) : mul(7, x))],
    ["an index", (x) => mul(x, at(Float64Array.of(3, 4, 5), floor(abs(x)) as number))],
    ["a length", (x) => sumOver(round(abs(x)) as number, () => square(x))],
    ["a bound", (x) => mul(x, clamp(2, 0, stopGradient(abs(x)) as number))],
  ])("%s that is made by a step function", (_name, f) => {
    const tape = record(f)(2.25);
    for (const x of [2.25, 2.3, 1.5, -1.5, 0.2])
      expect(tape.valueAndGradient(x)).toEqual(valueAndGradient(f)(x));
  });

  test("a derivative inside of f is recorded with it", () => {
    const f = (x: Scalar) => mul(x, gradient((y: Scalar) => mul(square(y), sin(y)))(x));
    const tape = record(f)(0.3);
    expect(tape.gradient(0.7)).toBeCloseTo(gradient(f)(0.7), 14);
    expect(tape.evaluations).toBe(1);
  });

  test("constants, an output that is one, an input given back", () => {
    const tape = record(([x]: Scalars<1>, c: number) => [x, c, mul(c, x)])([2], 5);
    expect(tape.vjp([3], [1, 1, 1])).toEqual({ value: [3, 5, 15], cotangent: [6] });
  });

  test("ten thousand fits take no more room than one", () => {
    const tape = record(([a, b]: Scalars<2>) => square(sub(exp(mul(a, 0.5)), b)))([0, 0]);
    let [a, b] = [0, 3];
    for (let k = 0; k < 10_000; k++) {
      const [da, db] = tape.gradient([a, b]);
      [a, b] = [a - 0.01 * da, b - 0.01 * db];
    }
    expect(tape.value).toBeCloseTo(0, 12);
    expect(tape.evaluations).toBe(1);
  });
});
