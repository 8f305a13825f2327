import { describe, expect, test } from "vitest";
import { lifted, pushed, slope } from "../test-support/push.ts";
import {
  OperatorError,
  add,
  div,
  mul,
  neg,
  reciprocal,
  scale,
  sin,
  square,
  sub,
  type Value,
} from "./index.ts";

const wrong = (x: unknown): number => x as number;
const binaries = { add, sub, mul, div, scale };
const unaries = { neg, square, reciprocal };

describe("wrong operands", () => {
  test.each(Object.entries(binaries))("%s names itself and what it got", (name, f) => {
    expect(() => f(wrong("1"), 2)).toThrow(OperatorError);
    expect(() => f(wrong("1"), 2)).toThrow(`${name}: `);
    expect(() => f(wrong("1"), 2)).toThrow('got "1"');
    expect(() => f(2, wrong(undefined))).toThrow("got undefined");
    expect(() => f(lifted(2), wrong(null))).toThrow("got null");
  });

  test.each(Object.entries(unaries))("%s names itself and what it got", (name, f) => {
    expect(() => f(wrong("1"))).toThrow(`${name}: `);
    expect(() => f(wrong(undefined))).toThrow("got undefined");
  });
});

describe("plain numbers follow IEEE 754", () => {
  test.each([
    ["div(1, 0)", div(1, 0), Infinity],
    ["div(-1, 0)", div(-1, 0), -Infinity],
    ["div(0, 0)", div(0, 0), NaN],
    ["mul(0, Infinity)", mul(0, Infinity), NaN],
    ["sub(Infinity, Infinity)", sub(Infinity, Infinity), NaN],
    ["add(0.1, 0.2)", add(0.1, 0.2), 0.1 + 0.2],
    ["neg(0)", neg(0), -0],
    ["reciprocal(-0)", reciprocal(-0), -Infinity],
    ["square(-3)", square(-3), 9],
    ["sub(2, 5)", sub(2, 5), -3],
  ])("%s", (_call, got, expected) => {
    expect(got).toBe(expected);
  });
});

describe("derivatives", () => {
  test.each<[string, (x: Value, y: Value) => Value, number, number]>([
    ["add", add, 1, 1],
    ["sub", sub, 1, -1],
    ["mul", mul, 4, 3],
    ["div", div, 0.25, -3 / 16],
    ["scale", scale, 4, 3],
  ])("of %s at (3, 4)", (_name, f, inX, inY) => {
    expect(pushed(f, [3, 4], [1, 0])).toBe(inX);
    expect(pushed(f, [3, 4], [0, 1])).toBe(inY);
  });

  test.each<[string, (x: Value) => Value, number]>([
    ["neg", neg, -1],
    ["square", square, 8],
    ["reciprocal", reciprocal, -1 / 16],
  ])("of %s at 4", (_name, f, expected) => {
    expect(slope(f, 4)).toBe(expected);
  });

  test("with respect to an operand that is used twice", () => {
    expect(slope((x) => mul(x, x), 3)).toBe(6);
    expect(slope((x) => sub(x, x), 3)).toBe(0);
    expect(slope((x) => div(x, x), 3)).toBe(0);
  });
});

describe("an exact zero annihilates in scale", () => {
  test.each([
    [0, Infinity],
    [Infinity, 0],
    [0, NaN],
    [NaN, 0],
    [-0, Infinity],
  ])("scale(%s, %s) = 0", (partial, d) => {
    expect(scale(partial, d)).toBe(0);
  });

  test("entry by entry, and nowhere else", () => {
    const partials = Float64Array.of(0, 2, Infinity, NaN);
    expect(scale(partials, Infinity)).toEqual(Float64Array.of(0, Infinity, Infinity, NaN));
    expect(scale(1, Infinity)).toBe(Infinity);
    expect(scale(NaN, 1)).toBeNaN();
  });

  test("a zero value that moves is not an exact zero: (sin²)″(0) = 2", () => {
    expect(slope((x) => slope((y) => square(sin(y)), x), 0)).toBe(2);
  });

  test("mul, which users write, keeps IEEE 754", () => {
    expect(mul(0, Infinity)).toBeNaN();
    expect(mul(Float64Array.of(0), Infinity)).toEqual(Float64Array.of(NaN));
  });
});
