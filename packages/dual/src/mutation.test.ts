import { type Scalar, type Vector, Matrix, at, mul, square, sum, value } from "@jacobian/core";
import { expect, test } from "vitest";
import { gradient, jacobian, jet, jvp, mixedPartials, pushforward } from "./index.ts";

// A function has a container and arrays of its own: it may write into them, and the caller's stay.

test("a function that writes into its own list has the derivative of what it computes", () => {
  const f = (v: Scalar[]) => {
    v[0] = mul(v[0] ?? 0, 2);
    return mul(v[0], v[1] ?? 0);
  };
  const x = [2, 3];
  expect(gradient(f)(x)).toEqual([6, 4]);
  expect(jvp(f)(x, [1, 0])).toEqual({ value: 12, tangent: 6 });
  expect(x).toEqual([2, 3]);
});

test("also in every chunk anew", () => {
  const f = (p: { a: Scalar; b: Scalar }) => {
    p.a = mul(p.a, p.a);
    return mul(p.a, p.b);
  };
  expect(gradient(f, { chunk: 1 })({ a: 3, b: 5 })).toEqual({ a: 30, b: 9 });
});

test("one that writes into the numbers behind an element does not reach the caller's array", () => {
  const f = (x: Vector) => {
    const y = sum(square(x));
    (value(x) as Float64Array)[0] = 100;
    return y;
  };
  const x = Float64Array.of(1, 2);
  expect(gradient(f)(x)).toEqual(Float64Array.of(2, 4));
  expect(x).toEqual(Float64Array.of(1, 2));
  expect(jet(f, 2)([x, Float64Array.of(1, 0)])).toEqual([5, 2, 1]);
  expect(mixedPartials(f, 1)(x).at(0, 1)).toBeCloseTo(4, 14);
  expect(x).toEqual(Float64Array.of(1, 2));
});

test("an assignment into an element is refused", () => {
  const f = (x: Vector) => {
    (x as Float64Array)[0] = 3;
    return x;
  };
  expect(() => jacobian(f)(Float64Array.of(1, 2))).toThrow(
    /^operator: expected a new vector, got an assignment to x\[0\] of Dual/,
  );
});

test("results share no storage with the arguments", () => {
  const x = { w: new Matrix(1, 2, Float64Array.of(1, 2)), b: Float64Array.of(3) };
  const v = { w: new Matrix(1, 2, Float64Array.of(4, 5)), b: Float64Array.of(6) };
  const { value: y, tangents } = pushforward((p: typeof x) => p)(x, [v, v]);
  y.w.data[0] = 100;
  tangents[0]!.b[0] = 100;
  expect([x.w.data[0], v.b[0], tangents[1]!.b[0]]).toEqual([1, 6, 6]);
  const [point, direction] = jet((p: typeof x) => p, 1)([x, v]);
  point.w.data[0] = 100;
  direction!.b[0] = 100;
  expect([x.w.data[0], v.b[0]]).toEqual([1, 6]);
});

test("an element of a kept list is what it was when it was read", () => {
  const f = (v: Scalar[]) => {
    const first = v[0] ?? 0;
    v[0] = 7;
    return mul(first, at(Float64Array.of(5), 0));
  };
  expect(gradient(f)([2])).toEqual([5]);
});
