import { describe, expect, test } from "vitest";
import { slope } from "../../test-support/push.ts";
import { DomainError, abs, clamp, leakyRelu, max, min, mul, relu, type Value } from "../index.ts";

describe("clamp", () => {
  test.each([
    [1, 0],
    [NaN, 1],
    [0, NaN],
  ])("refuses the bounds %s and %s", (low, high) => {
    expect(() => clamp(0.5, low, high)).toThrow(DomainError);
    expect(() => clamp(0.5, low, high)).toThrow(
      `clamp: expected low ≤ high, got [${low}, ${high}]; pass the lower bound first`,
    );
  });

  test("confines, keeps NaN, and takes infinite bounds", () => {
    expect(clamp(Float64Array.of(-1, 0.5, 2, NaN), 0, 1)).toEqual(Float64Array.of(0, 0.5, 1, NaN));
    expect(clamp(5, -Infinity, Infinity)).toBe(5);
    expect(slope((x) => clamp(x, -Infinity, Infinity), 5)).toBe(1);
  });
});

describe("values", () => {
  test.each([
    ["relu(-0.5)", relu(-0.5), 0],
    ["relu(0.5)", relu(0.5), 0.5],
    ["relu(NaN)", relu(NaN), NaN],
    ["leakyRelu(-2, 0.1)", leakyRelu(-2, 0.1), -0.2],
    ["leakyRelu(2, 0.1)", leakyRelu(2, 0.1), 2],
    ["abs(-0)", abs(-0), 0],
    ["max(1, NaN)", max(1, NaN), NaN],
    ["min(NaN, 1)", min(NaN, 1), NaN],
    ["max(-0, 0)", max(-0, 0), 0],
    ["min(0, -0)", min(0, -0), -0],
  ])("%s", (_call, got, expected) => {
    expect(got).toBe(expected);
  });

  test("are the same for a number and for an entry", () => {
    const x = Float64Array.of(-2, -0, 0, 3, NaN, -Infinity);
    for (const f of [abs, relu, (t: Value) => leakyRelu(t, 0.1), (t: Value) => max(t, 1)]) {
      expect(f(x)).toEqual(x.map((entry) => f(entry) as number));
    }
  });
});

test("second derivatives are those of the active piece", () => {
  const second = (f: (x: Value) => Value, x: number): Value => slope((t) => slope(f, t), x);
  expect(second((x) => mul(x, abs(x)), -3)).toBe(-2);
  expect(second((x) => mul(x, relu(x)), 3)).toBe(2);
  expect(second((x) => mul(x, relu(x)), -3)).toBe(0);
});
