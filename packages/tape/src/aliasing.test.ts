import {
  type Scalar,
  type Vector,
  Matrix,
  add,
  at,
  mul,
  row,
  slice,
  sub,
  sum,
  tanh,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, jacobian, pullback, record } from "./index.ts";

// The same storage, or the same element, in two places.

describe("the same element twice", () => {
  const x = Float64Array.of(1, 2, 3);

  test("in one operation", () => {
    expect(gradient((v: Vector) => sum(mul(v, v)))(x)).toEqual(Float64Array.of(2, 4, 6));
    expect(gradient((v: Vector) => sum(sub(v, v)))(x)).toEqual(new Float64Array(3));
    expect(gradient((v: Vector) => sum(add(v, v)))(x)).toEqual(Float64Array.of(2, 2, 2));
    expect(gradient((k: Scalar) => mul(k, k))(3)).toBe(6);
  });

  test("as itself and as its entries", () => {
    const f = (v: Vector) => sum(mul(v, vector([at(v, 2), at(v, 1), at(v, 0)])));
    expect(gradient(f)(x)).toEqual(Float64Array.of(6, 4, 2));
  });

  test("in overlapping slices, read and multiplied", () => {
    const f = (v: Vector) => sum(mul(slice(v, 0, 2), slice(v, 1, 3)));
    expect(gradient(f)(x)).toEqual(Float64Array.of(2, 4, 2));
  });

  test("in the output", () => {
    expect(jacobian((v: Vector) => [v, v])(Float64Array.of(1, 2)).toJSON()).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
  });
});

describe("the same array twice", () => {
  test("as two inputs", () => {
    const x = Float64Array.of(1, 2);
    const f = ([a, b]: readonly [Vector, Vector]) => sum(mul(a, mul(b, b)));
    expect(gradient(f)([x, x])).toEqual([Float64Array.of(1, 4), Float64Array.of(2, 8)]);
  });

  test("as input and as constant", () => {
    const x = Float64Array.of(1, 2);
    expect(gradient((v: Vector, c: Vector) => sum(mul(v, c)))(x, x)).toEqual(x);
  });

  test("as two rows of a matrix", () => {
    const f = (A: Matrix) => sum(mul(row(A, 0), row(A, 0)));
    const A = Matrix.fromRows([
      [1, 2],
      [3, 4],
    ]);
    expect(gradient(f)(A).toJSON()).toEqual([
      [2, 4],
      [0, 0],
    ]);
  });
});

describe("nothing given or got is shared", () => {
  test("a cotangent of ones that is handed on unchanged", () => {
    const w = Float64Array.of(1, 1);
    const { pullback: back } = pullback((v: Vector) => v)(Float64Array.of(1, 2));
    const first = back(w);
    expect(first).not.toBe(w);
    first[0] = 9;
    expect(back(w)).toEqual(Float64Array.of(1, 1));
    expect(w).toEqual(Float64Array.of(1, 1));
  });

  test("values and gradients of replays", () => {
    const x = Float64Array.of(0.1, 0.2);
    const tape = record((v: Vector) => tanh(v))(x);
    const { value, pullback: back } = tape.pullback(x);
    const kept = back(Float64Array.of(1, 1));
    const before = [Float64Array.from(value), Float64Array.from(kept)];
    x[0] = 5;
    tape.pullback(x).pullback(Float64Array.of(1, 1));
    expect([value, kept]).toEqual(before);
  });
});
