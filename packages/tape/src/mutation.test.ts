import { type Scalar, type Vector, LevelError, mul, square, sum } from "@jacobian/core";
import { expect, test } from "vitest";
import { gradient, pullback, valueAndGradient } from "./index.ts";

// Arrays are written into: by the function, in its own container, and by the caller, between calls.

test("a function that writes into its own list has the gradient of what it computes", () => {
  const f = (v: Scalar[]) => {
    v[0] = mul(v[0] ?? 0, 2);
    return mul(v[0], v[1] ?? 0);
  };
  expect(gradient(f)([2, 3])).toEqual([6, 4]);
});

test("and into its own object", () => {
  const f = (p: { a: Scalar; b: Scalar }) => {
    p.a = mul(p.a, p.a);
    return mul(p.a, p.b);
  };
  expect(gradient(f)({ a: 3, b: 5 })).toEqual({ a: 30, b: 9 });
});

test("a caller may overwrite the input before it calls the pullback", () => {
  const w = Float64Array.of(1, 2);
  const { pullback: back } = pullback((v: Vector) => sum(square(v)))(w);
  w[0] = 100;
  expect(back(1)).toEqual(Float64Array.of(2, 4));
});

test("an element that a function gave away and another returns is refused", () => {
  let kept: Scalar = 0;
  gradient((x: Scalar) => (kept = mul(x, 2)))(1);
  expect(() => valueAndGradient((_x: Scalar) => kept)(2)).toThrow(LevelError);
});

test("a function that throws ends its recording too", () => {
  let kept: Scalar = 0;
  const broken = (x: Scalar): Scalar => {
    kept = x;
    throw new RangeError("mine");
  };
  expect(() => gradient(broken)(1)).toThrow(RangeError);
  expect(() => mul(kept, 3)).toThrow(LevelError);
});
