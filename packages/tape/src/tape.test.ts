import {
  type Scalar,
  type Scalars,
  type Vector,
  LevelError,
  Matrix,
  OperatorError,
  ShapeError,
  abs,
  add,
  amax,
  at,
  clamp,
  cos,
  exp,
  gather,
  gt,
  max,
  mul,
  norm2,
  row,
  sin,
  slice,
  square,
  structured,
  sum,
  sumOver,
  tanh,
  value,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, jacobian, pullback, valueAndGradient, vjp } from "./index.ts";
import { Tape } from "./tape.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);

describe("wrong input", () => {
  test("a cotangent of another structure", () => {
    expect(() => vjp(polar)([2, 0.7], [1])).toThrow(ShapeError);
    expect(() => vjp(polar)([2, 0.7], [1])).toThrow(/vjp: expected the structure \[a scalar,a scalar\], got \[a scalar\]/);
  });

  test("a gradient of several outputs names jacobian", () => {
    // @ts-expect-error the output is a list of two
    expect(() => gradient(polar)([2, 0.7])).toThrow(/one scalar output, got 2 values; use jacobian/);
  });

  test("a function that returns nothing", () => {
    expect(() => pullback(() => undefined)([1])).toThrow(OperatorError);
  });

  test("an element that escapes its function", () => {
    let kept: Scalar = 0;
    gradient((x: Scalar) => (kept = mul(x, 2)))(1);
    expect(() => add(kept, 1)).toThrow(LevelError);
    expect(() => gradient((x: Scalar) => mul(x, kept))(1)).toThrow(/tape: .*escaped with value 2; return it/);
  });

  test("an element of an inner transformation given as output", () => {
    let inner: Scalar = 0;
    const leak = (x: Scalar): Scalar => {
      gradient((y: Scalar) => (inner = mul(x, y)))(1);
      return inner;
    };
    expect(() => gradient(leak)(1)).toThrow(LevelError);
  });
});

describe("cotangents", () => {
  test("a pullback is called as often as there are cotangents", () => {
    const { value: y, pullback: back } = pullback(polar)([2, 0]);
    expect(y).toEqual([2, 0]);
    expect([back([1, 0]), back([0, 1])]).toEqual([
      [1, 0],
      [0, 2],
    ]);
  });

  test("fan-out adds up: x·x + x + x", () => {
    expect(gradient((x: Scalar) => add(add(mul(x, x), x), x))(5)).toBe(12);
  });

  test("the same vector used twice", () => {
    const f = (x: Vector) => sum(mul(x, x));
    expect(gradient(f)(Float64Array.of(1, 2))).toEqual(Float64Array.of(2, 4));
  });

  test("the same leaf twice in a container is two inputs", () => {
    const x = Float64Array.of(1, 2);
    expect(gradient(([a, b]: readonly [Vector, Vector]) => sum(mul(a, mul(b, b))))([x, x])).toEqual([
      Float64Array.of(1, 4),
      Float64Array.of(2, 8),
    ]);
  });

  test("a scalar that met an array gets the sum", () => {
    const f = ([k, A]: readonly [Scalar, Matrix]) => sum(mul(k, A));
    const [dk, dA] = gradient(f)([2, Matrix.fromRows([[1, 2], [3, 4]])]);
    expect(dk).toBe(10);
    expect(dA).toEqual(Matrix.fromRows([[2, 2], [2, 2]]));
  });

  test("an output that does not depend on the input: zeros in the container of the input", () => {
    expect(gradient((_x: { a: Scalar; b: Float64Array }) => 7)({ a: 1, b: Float64Array.of(1, 2) })).toEqual({
      a: 0,
      b: new Float64Array(2),
    });
  });

  test("the input given back, twice", () => {
    expect(jacobian((x: Scalar) => [x, x])(3).toJSON()).toEqual([[1], [1]]);
    expect(jacobian((x: Vector) => [x, at(x, 1)])(Float64Array.of(1, 2)).toJSON()).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  test("no inputs, no outputs, an empty vector", () => {
    expect(jacobian(() => [1, 2])([]).shape).toEqual([2, 0]);
    expect(jacobian(() => [])([1, 2, 3]).shape).toEqual([0, 3]);
    expect(gradient((x: Vector) => sum(x))(new Float64Array(0))).toEqual(new Float64Array(0));
  });

  test("slices, rows and gathers add where they overlap", () => {
    const f = (x: Vector) =>
      add(sum(slice(x, 0, 2)), add(sum(slice(x, 1, 3)), sum(gather(x, [2, 2]))));
    expect(gradient(f)(Float64Array.of(5, 6, 7))).toEqual(Float64Array.of(1, 2, 3));
    const g = (A: Matrix) => mul(sum(row(A, 1)), at(A, 0, 0));
    expect(gradient(g)(Matrix.fromRows([[2, 3], [4, 5]]))).toEqual(Matrix.fromRows([[9, 0], [2, 2]]));
  });

  test("kinks take their share entry by entry", () => {
    const f = (x: Vector) => sum(max(x, Float64Array.of(0, 2, 3)));
    expect(gradient(f)(Float64Array.of(1, 1, 3))).toEqual(Float64Array.of(1, 0, 0.5));
    expect(gradient((x: Vector) => amax(x))(Float64Array.of(3, 1, 3))).toEqual(Float64Array.of(0.5, 0, 0.5));
    expect(slope(abs)(0)).toBe(0);
    expect(slope((x) => clamp(x, 0, 1))(1)).toBe(0.5);
  });

  test("a comparison decides by value", () => {
    expect(slope((x) => (gt(x, 0) ? square(x) : mul(3, x)))(-1)).toBe(3);
  });
});

describe("structured rules", () => {
  // Without a pullback: the tape transposes the pushforward.
  const both = structured("both", {
    value: ([x = 0, y = 0]) => [mul(x, y), add(x, y)],
    shape: () => [[], []],
    pushforward: ([dx = 0, dy = 0], [x = 0, y = 0]) => [add(mul(dx, y), mul(x, dy)), add(dx, dy)],
  });

  test("without a pullback the pushforward is transposed, at any order", () => {
    // The rule is used on scalars only.
    const f = ([x, y]: Scalars<2>) => both([x, y]) as Scalar[];
    expect(jacobian(f)([2, 5]).toJSON()).toEqual([
      [5, 2],
      [1, 1],
    ]);
    const g = ([x, y]: Scalars<2>) => gradient(([a, b]: Scalars<2>) => square(f([a, b])[0] ?? 0))([x, y]);
    // (x²y²): Hessian [2y², 4xy; 4xy, 2x²]
    expect(jacobian(g)([2, 5]).toJSON()).toEqual([
      [50, 40],
      [40, 8],
    ]);
  });
});

describe("nesting", () => {
  test("tape over tape to third order", () => {
    expect(slope(slope(slope(sin)))(0.5)).toBeCloseTo(-Math.cos(0.5), 15);
    expect(slope(slope(tanh))(800)).toBe(0);
  });

  test("a captured element of an outer level", () => {
    expect(slope((x) => mul(x, slope((y) => mul(x, exp(y)))(0)))(3)).toBe(6);
  });

  test("an array of elements: Hessian of a norm", () => {
    const H = jacobian((x: Vector) => gradient((z: Vector) => norm2(slice(z, 0, 2)))(x))(Float64Array.of(3, 4, 9));
    const expected = [
      [16 / 125, -12 / 125, 0],
      [-12 / 125, 9 / 125, 0],
      [0, 0, 0],
    ];
    H.toJSON().forEach((r, i) => r.forEach((h, j) => expect(h).toBeCloseTo(expected[i]?.[j] ?? NaN, 15)));
  });

  test("a cotangent may be an element too", () => {
    // d/dw of ⟨Jᵀ·w, 1⟩ at fixed x is the row sum of J.
    const f = (w: Scalar) => sum(vector(vjp(([x, y]: Scalars<2>) => [mul(x, y)])([2, 3], [w]).cotangent));
    expect(slope(f)(1)).toBe(5);
  });
});

describe("cost", () => {
  test("reading entries of an input records nothing", () => {
    const tape = new Tape();
    const x = tape.input(new Float64Array(1000));
    // A vector node is used as a vector.
    const total = sumOver(1000, (i) => at(x as Vector, i));
    expect(value(total)).toBe(0);
    expect(tape.record.operations).toBe(999);
  });

  test.each([1_000, 100_000])("at most 48 bytes for each of %d scalar operations", (n) => {
    const tape = new Tape();
    let x: Scalar = tape.input(0.5) as Scalar;
    for (let k = 0; k < n; k++) x = k % 2 === 0 ? sin(x) : mul(x, x);
    expect(tape.record.operations).toBe(n);
    expect(tape.record.bytes).toBeLessThanOrEqual(48 * n);
  });

  test("value and gradient come together", () => {
    expect(valueAndGradient((x: Vector) => sum(square(x)))(Float64Array.of(1, 2))).toEqual({
      value: 5,
      gradient: Float64Array.of(2, 4),
    });
  });
});
