import { type Scalar, type Vector, add, at, mul, sub, sum, sumOver } from "@jacobian/core";
import { expect, test } from "vitest";
import { gradient, jacobian, record } from "./index.ts";

// A value that is used many times gets the sum of what comes back, and nothing is lost on the way.

const uses = 1000;

test("a scalar used a thousand times", () => {
  const f = (x: Scalar) => sumOver(uses, () => x);
  expect(gradient(f)(0.1)).toBe(uses);
  expect(record(f)(0.1).gradient(0.3)).toBe(uses);
});

test("an intermediate used a thousand times: integers come back exactly", () => {
  const f = (x: Scalar) => {
    const y = mul(3, x);
    let total: Scalar = 0;
    for (let k = 1; k <= uses; k++) total = add(total, mul(k, y));
    return total;
  };
  expect(gradient(f)(1)).toBe((3 * uses * (uses + 1)) / 2);
});

test("what cancels, cancels exactly", () => {
  const f = (x: Scalar) => sub(mul(0.1, x), mul(0.1, x));
  expect(gradient(f)(0.3)).toBe(0);
});

test("an array as a whole, and entry by entry, at once", () => {
  const f = (x: Vector) => add(sum(x), add(at(x, 1), add(sum(mul(2, x)), at(x, 1))));
  expect(gradient(f)(Float64Array.of(1, 2, 3))).toEqual(Float64Array.of(3, 5, 3));
});

test("a doubling tree: 2ᵏ paths", () => {
  const f = (x: Scalar) => {
    let y = x;
    for (let k = 0; k < 50; k++) y = add(y, y);
    return y;
  };
  expect(gradient(f)(1)).toBe(2 ** 50);
  expect(jacobian((x: Scalar) => [f(x), mul(3, f(x))])(1).toJSON()).toEqual([
    [2 ** 50],
    [3 * 2 ** 50],
  ]);
});
