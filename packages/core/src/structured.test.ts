import { describe, expect, test } from "vitest";
import { pushed } from "../test-support/push.ts";
import { OperatorError, ShapeError, mul, neg, structured, sub, type Value } from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const vector = Float64Array.of(1, -2, 3);
const sumAndProduct = structured<number>("sumAndProduct", {
  value: ([x = NaN, y = NaN], k) => {
    const [a, b] = [x as number, y as number];
    return [k * (a + b), a * b];
  },
  shape: (inputs) => {
    if (inputs.every((shape) => shape.length === 0)) return [[], []];
    throw new ShapeError("sumAndProduct: expected scalars, got arrays; pass scalars");
  },
  pushforward: ([dx = 0, dy = 0], [x = 0, y = 0], _outputs, k) => [
    mul(k, sub(dx, neg(dy))),
    sub(mul(dx, y), neg(mul(x, dy))),
  ],
});

describe("structured", () => {
  test("refuses what is no value, and asks shape before value", () => {
    expect(() => sumAndProduct([1, wrong(undefined)], 1)).toThrow(OperatorError);
    expect(() => sumAndProduct([1, wrong([2])], 1)).toThrow(ShapeError);
    expect(() => sumAndProduct([1, vector], 1)).toThrow("sumAndProduct: expected scalars");
  });

  test("gives a list of outputs, each with its tangent", () => {
    expect(sumAndProduct([2, 3], 10)).toEqual([50, 6]);
    const output = (k: number) => (x: Value, y: Value) => sumAndProduct([x, y], 10)[k] ?? NaN;
    expect(pushed(output(0), [2, 3], [1, 0])).toBe(10);
    expect(pushed(output(1), [2, 3], [1, 0])).toBe(3);
    expect(pushed(output(1), [2, 3], [1, 1])).toBe(5);
  });

  test("has no pullback if none is given, and says how its entries depend", () => {
    expect(sumAndProduct.rule.pullback).toBeUndefined();
    expect(sumAndProduct.rule.dependence).toBe("dense");
  });

  test("refuses a tangent or an adjoint of another shape, and takes a scalar for every entry", () => {
    const pair = Float64Array.of(1, 2);
    const wrongly = (d: Value) =>
      structured("wrongly", {
        value: ([x = 0]) => [x],
        shape: ([shape = []]) => [shape],
        pushforward: () => [d],
        pullback: () => [d],
      }).rule;
    const { pushforward, pullback } = wrongly(Float64Array.of(1, 2, 3));
    expect(() => pushforward([pair], [pair], [pair], undefined)).toThrow(ShapeError);
    expect(() => pushforward([pair], [pair], [pair], undefined)).toThrow(
      "wrongly: pushforward: expected shapes as of the values they belong to, got a vector of 3 and a vector of 2; only a scalar meets an array entry by entry",
    );
    expect(() => pullback?.([pair], [pair], [pair], undefined)).toThrow(
      "wrongly: pullback: expected shapes as of the values they belong to, got a vector of 3 and a vector of 2; only a scalar meets an array entry by entry",
    );
    expect(wrongly(7).pushforward([pair], [pair], [pair], undefined)).toEqual([7]);
    expect(wrongly(pair).pullback?.([1], [1], [1], undefined)).toEqual([pair]);
    expect(() => wrongly(pair).pushforward([1], [1], [1], undefined)).toThrow(ShapeError);
    const nothing = wrongly(wrong(undefined));
    expect(() => nothing.pushforward([1], [1], [1], undefined)).toThrow(OperatorError);
    expect(() => nothing.pullback?.([1], [1], [1], undefined)).toThrow(OperatorError);
  });
});
