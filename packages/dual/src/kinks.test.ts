import { type Scalar, abs, clamp, floor, leakyRelu, max, min, mul, relu, where } from "@jacobian/core"; // prettier-ignore
import { describe, expect, test } from "vitest";
import { derivative, gradient, jvp, secondDirectional } from "./index.ts";

// At a kink the derivative is the one that the table's convention names: linear in the direction, and
// so not always the one-sided derivative along it.

describe("at a kink of one variable", () => {
  test.each<[string, (x: Scalar) => Scalar, number]>([
    ["abs: the mean of −1 and 1", abs, 0],
    ["relu: the flat piece", relu, 0],
    ["leakyRelu: its slope", (x) => leakyRelu(x, 0.25), 0.25],
    ["clamp: the mean of 0 and 1", (x) => clamp(x, 0, 1), 0.5],
    ["floor: locally constant, also at its jump", floor, 0],
    ["where: the piece that the relation chooses", (x) => where("ge", x, 0, mul(3, x), x), 3],
  ])("%s", (_what, f, slope) => {
    expect(derivative(f)(0)).toBe(slope);
    expect(jvp(f)(0, -2).tangent).toBe(0 - 2 * slope);
    expect(secondDirectional(f)(0, 1)).toEqual({ value: 0, first: slope, second: 0 });
  });
});

test("at a tie of two variables each has half", () => {
  expect(gradient(([x, y]) => max(x, y))([3, 3])).toEqual([0.5, 0.5]);
  expect(jvp(([x, y]) => min(x, y))([3, 3], [1, -1])).toEqual({ value: 3, tangent: 0 });
});

test("each entry of an array by itself", () => {
  const x = Float64Array.of(-1, 0, 2);
  expect(jvp(abs)(x, Float64Array.of(1, 1, 1)).tangent).toEqual(Float64Array.of(-1, 0, 1));
});
