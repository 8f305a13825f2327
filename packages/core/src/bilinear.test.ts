import { describe, expect, test } from "vitest";
import { pushed } from "../test-support/push.ts";
import { OperatorError, ShapeError, bilinear, entriesOf, mul, zeros } from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const vector = Float64Array.of(1, -2, 3);
const inner = bilinear<number>("inner", {
  value: (x, y, k) =>
    k * entriesOf(x).reduce((total, a, i) => total + a * (entriesOf(y)[i] ?? NaN), 0),
  shape: ([n], [m]) => {
    if (n === m && n !== undefined) return [];
    throw new ShapeError("inner: expected equal lengths, got others; pass vectors of one length");
  },
  adjoints: [(bar, y, _, k) => mul(mul(k, bar), y), (bar, x, _, k) => mul(mul(k, bar), x)],
});

describe("bilinear", () => {
  test("asks shape before value, and refuses what is no value", () => {
    expect(() => inner(vector, Float64Array.of(1), 1)).toThrow("inner: expected equal lengths");
    expect(() => inner(vector, wrong(undefined), 1)).toThrow(OperatorError);
    expect(() => inner(wrong(null), vector, 1)).toThrow(OperatorError);
  });

  test("its tangent is the function, its adjoints are as told", () => {
    const [v, w] = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)];
    expect(inner(vector, vector, 2)).toBe(28);
    expect(pushed((x, y) => inner(x, y, 2), [vector, vector], [v, w])).toBe(2 * (1 - 2));
    const [x, y] = inner.rule.adjoints.map((adjoint) => adjoint(1, vector, w, -4, 2));
    expect(x).toEqual(Float64Array.of(0, 2, 0));
    expect(y).toEqual(Float64Array.of(2, -4, 6));
  });

  test("an adjoint knows the shape of its own operand", () => {
    const count = bilinear("count", {
      value: () => 0,
      shape: () => [],
      adjoints: [(_bar, _y, shape) => zeros(shape), (_bar, _x, shape) => zeros(shape)],
    });
    const [x, y] = count.rule.adjoints.map((adjoint) => adjoint(1, vector, 5, 0, undefined));
    expect(x).toEqual(new Float64Array(3));
    expect(y).toBe(0);
  });
});
