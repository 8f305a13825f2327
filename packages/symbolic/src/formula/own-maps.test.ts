import {
  type Scalar,
  type Value,
  type Vector,
  bilinear,
  entriesOf,
  logsumexp,
  mul,
  norm2,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { evaluate, jacobian, simplify, symbols, toText } from "../index.ts";

const [a, b, c] = symbols("a b c");

test("a user's bilinear map is known by what it makes of each pair of entries", () => {
  /** The product of two complex numbers. */
  const times = bilinear("times", {
    value: (x, y) => {
      const [p = NaN, q = NaN] = entriesOf(x);
      const [r = NaN, s = NaN] = entriesOf(y);
      return Float64Array.of(p * r - q * s, p * s + q * r);
    },
    shape: (x) => x,
    adjoints: [(bar) => bar, (bar) => bar],
  });
  const [re, im] = times(vector([a, b]), vector([c, 3])) as Vector;
  expect(toText(simplify(re!))).toBe("a*c - 3*b");
  expect(toText(simplify(im!))).toBe("b*c + 3*a");
  const square = times(vector([a, b]), vector([a, b]));
  expect(evaluate(jacobian(square, [a, b]), { a: 2, b: 3 }).toJSON()).toEqual([
    [4, -6],
    [6, 4],
  ]);
});

describe("reductions read as sums of their entries", () => {
  const x = vector([a, b]);

  test.each<[string, (x: Value) => Value, string]>([
    ["a norm", (v) => norm2(v as Vector), "sqrt(a^2 + b^2)"],
    ["a soft maximum", (v) => logsumexp(v as Vector), "log(exp(a) + exp(b))"],
  ])("%s", (_name, f, text) => {
    expect(toText(f(x) as Scalar)).toBe(text);
    const at = { a: 0.6, b: -1.3 };
    expect(evaluate(f(x) as Scalar, at)).toBeCloseTo(f(Float64Array.of(at.a, at.b)) as number, 14);
  });
});

test.each<[number, string]>([
  [Math.E, "e*a"],
  [Math.LN10, "log(10)*a"],
  [Math.SQRT2, "sqrt(2)*a"],
  [Math.SQRT1_2, "1/sqrt(2)*a"],
  [-Math.SQRT2, "(-sqrt(2))*a"],
  [-Math.PI, "(-pi)*a"],
  [2.5, "5/2*a"],
])("%d times a is %s", (number, text) => {
  const product = mul(number, a);
  expect(toText(product)).toBe(text);
  expect(evaluate(product, { a: 1 })).toBeCloseTo(number, 15);
});
