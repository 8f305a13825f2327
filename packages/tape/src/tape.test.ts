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
  gather,
  gt,
  max,
  mul,
  row,
  sin,
  slice,
  square,
  sum,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, jacobian, pullback, vjp } from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);

describe("wrong input", () => {
  test("a cotangent of another structure", () => {
    expect(() => vjp(polar)([2, 0.7], [1])).toThrow(ShapeError);
    expect(() => vjp(polar)([2, 0.7], [1])).toThrow(
      /vjp: expected the structure \[a scalar,a scalar\], got \[a scalar\]/,
    );
  });

  test("a gradient of several outputs names jacobian", () => {
    // @ts-expect-error the output is a list of two
    expect(() => gradient(polar)([2, 0.7])).toThrow(
      /one scalar output, got 2 values; use jacobian/,
    );
  });

  test("a function that returns nothing", () => {
    expect(() => pullback(() => undefined)([1])).toThrow(OperatorError);
  });

  test("an element that escapes its function", () => {
    let kept: Scalar = 0;
    gradient((x: Scalar) => (kept = mul(x, 2)))(1);
    expect(() => add(kept, 1)).toThrow(LevelError);
    expect(() => gradient((x: Scalar) => mul(x, kept))(1)).toThrow(
      /mul: .* got Node\(2\), which escaped .*; return it/,
    );
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
    expect(gradient(([a, b]: readonly [Vector, Vector]) => sum(mul(a, mul(b, b))))([x, x])).toEqual(
      [Float64Array.of(1, 4), Float64Array.of(2, 8)],
    );
  });

  test("a scalar that met an array gets the sum", () => {
    const f = ([k, A]: readonly [Scalar, Matrix]) => sum(mul(k, A));
    const [dk, dA] = gradient(f)([
      2,
      Matrix.fromRows([
        [1, 2],
        [3, 4],
      ]),
    ]);
    expect(dk).toBe(10);
    expect(dA).toEqual(
      Matrix.fromRows([
        [2, 2],
        [2, 2],
      ]),
    );
  });

  test("an output that does not depend on the input: zeros in the container of the input", () => {
    expect(
      gradient((_x: { a: Scalar; b: Float64Array }) => 7)({ a: 1, b: Float64Array.of(1, 2) }),
    ).toEqual({
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
    expect(
      gradient(g)(
        Matrix.fromRows([
          [2, 3],
          [4, 5],
        ]),
      ),
    ).toEqual(
      Matrix.fromRows([
        [9, 0],
        [2, 2],
      ]),
    );
  });

  test("kinks take their share entry by entry", () => {
    const f = (x: Vector) => sum(max(x, Float64Array.of(0, 2, 3)));
    expect(gradient(f)(Float64Array.of(1, 1, 3))).toEqual(Float64Array.of(1, 0, 0.5));
    expect(gradient((x: Vector) => amax(x))(Float64Array.of(3, 1, 3))).toEqual(
      Float64Array.of(0.5, 0, 0.5),
    );
    expect(slope(abs)(0)).toBe(0);
    expect(slope((x) => clamp(x, 0, 1))(1)).toBe(0.5);
  });

  test("a comparison decides by value", () => {
    expect(slope((x) => (gt(x, 0) ? square(x) : mul(3, x)))(-1)).toBe(3);
  });
});
