import { describe, expect, test } from "vitest";
import { pushed, slope } from "../../test-support/push.ts";
import {
  OperatorError,
  ceil,
  floor,
  mod,
  mul,
  round,
  sign,
  step,
  stopGradient,
  trunc,
  type Value,
} from "../index.ts";

const steps = { floor, ceil, round, trunc, sign, step, stopGradient };

test.each(Object.entries(steps))("%s refuses undefined by name", (name, f) => {
  // What a program that is not type-checked may pass.
  const nothing = undefined as unknown as number;
  expect(() => f(nothing)).toThrow(OperatorError);
  expect(() => f(nothing)).toThrow(`${name}: `);
});

describe("values", () => {
  test.each([
    ["floor", floor, [-2.5, -1, 0.5, 2], [-3, -1, 0, 2]],
    ["ceil", ceil, [-2.5, -1, 0.5, 2], [-2, -1, 1, 2]],
    ["round", round, [-2.5, -1.2, 0.5, 2.4], [-2, -1, 1, 2]],
    ["trunc", trunc, [-2.5, -1, 1.5, 2], [-2, -1, 1, 2]],
    ["sign", sign, [-2.5, 0, 0.5, NaN], [-1, 0, 1, NaN]],
    ["step", step, [-2.5, 0, 0.5, NaN], [0, 1, 1, NaN]],
    ["stopGradient", stopGradient, [-2.5, 0, 0.5, NaN], [-2.5, 0, 0.5, NaN]],
  ] as const)("of %s", (_name, f, x, expected) => {
    expect(f(Float64Array.from(x))).toEqual(Float64Array.from(expected));
  });
});

describe("the nearest jump", () => {
  test.each([
    ["floor", floor, 2.3, 2],
    ["ceil", ceil, 2.7, 3],
    ["round", round, 2.7, 2.5],
    ["trunc", trunc, 0.2, 1],
    ["trunc", trunc, -0.2, -1],
    ["trunc", trunc, 3.8, 4],
    ["sign", sign, 7, 0],
    ["step", step, -7, 0],
    ["stopGradient", stopGradient, 7, NaN],
  ] as const)("of %s", (_name, f, x, jump) => {
    expect(f.rule.jumps(x, undefined)).toBe(jump);
  });
});

describe("derivatives", () => {
  test.each(Object.entries(steps))("%s has 0 everywhere, at a jump too", (_name, f) => {
    for (const x of [-1, -0.3, 0, 0.5, 2]) expect(slope(f, x)).toBe(0);
  });

  test("stopGradient holds a factor constant", () => {
    expect(slope((x) => mul(x, stopGradient(x)), 3)).toBe(3);
  });
});

describe("mod", () => {
  test.each([
    [5, 3, 2],
    [-5, 3, 1],
    [5, -3, -1],
    [-5, -3, -2],
    [6, 3, 0],
    [5.5, 2, 1.5],
    [1, 0, NaN],
    [Infinity, 2, NaN],
  ])("mod(%s, %s) = %s", (x, y, expected) => {
    expect(mod(x, y)).toBe(expected);
  });

  const floored = (x: Value, y: Value): Value => mod(x, y);

  test.each([
    [5, 3, -1],
    [-5, 3, 2],
    [5, -3, 2],
    [-5, -3, -1],
    [5.5, 2, -2],
    [6, 3, -2],
  ])("∂mod/∂x = 1 and ∂mod/∂y = −⌊x/y⌋ at (%s, %s)", (x, y, inY) => {
    expect(pushed(floored, [x, y], [1, 0])).toBe(1);
    expect(pushed(floored, [x, y], [0, 1])).toBe(inY);
  });
});
