import {
  add,
  at,
  cos,
  Matrix,
  mul,
  OperatorError,
  pow,
  shapeOf,
  type Scalar,
  sin,
  square,
  vector,
} from "@jacobian/core";
import { cases } from "@tooling/vitest/cases";
import { describe, expect, test } from "vitest";
import {
  constant,
  type Formula,
  FormulaArray,
  jacobian,
  operations,
  parse,
  simplify,
  symbols,
  toText,
} from "../index.ts";

const [x, y] = symbols("x y");
const one = constant(1);
const circle = add(square(sin(x)), square(cos(x)));

describe("containers keep their structure", () => {
  test("lists and objects, with numbers among the formulas", () => {
    const { a, b, c } = simplify({ a: [circle, 2], b: add(x, x), c: Float64Array.of(1, 2) });
    expect(a[0]).toBe(one);
    expect(a[1]).toBe(2);
    expect(b).toBe(mul(2, x));
    expect(c).toEqual(Float64Array.of(1, 2));
  });

  test("vectors and matrices", () => {
    const list = simplify(vector([circle, add(y, x)]));
    expect(shapeOf(list)).toEqual([2]);
    expect(at(list, 1)).toBe(add(x, y));
    const J = simplify(jacobian([add(x, x), mul(y, x)], [x, y]));
    expect(J).toBeInstanceOf(FormulaArray);
    expect(J.shape).toEqual([2, 2]);
    expect(at(J, 0, 0)).toBe(constant(2));
    expect(at(J, 1, 0)).toBe(y);
  });

  test("plain values are left alone", () => {
    const plain = new Matrix(1, 2, Float64Array.of(1, 2));
    expect(simplify(plain)).toBe(plain);
    expect(simplify(3)).toBe(3);
  });
});

test.each<[string, unknown]>([
  ["a text", "x"],
  ["nothing", undefined],
  ["null", null],
  ["a list with a hole", [x, undefined]],
  ["an object with a text", { f: "sin(x)" }],
])("%s is refused", (_name, wrong) => {
  // A program that is not type-checked may come with anything.
  expect(() => simplify(wrong)).toThrow(OperatorError);
});

test.each(["1/0^2", "x/(0*log(0))", "3/((x - x)*y)", "(x/0)^2"])(
  "%s has no value, and what becomes of it is read back",
  (text) => {
    const simple = simplify(mul(x, parse(text, { variables: [x, y] }) as Formula));
    expect(toText(simple)).toBe("1/0");
    expect(parse(toText(simple))).toBe(simple);
  },
);

describe("large formulas", () => {
  const n = cases(30_000, 100_000);

  test("a long sum, backwards, is sorted", () => {
    const variables = symbols(Array.from({ length: n / 5 }, (_, k) => `v${k}`).join(" "));
    const backwards = variables.reduceRight<Scalar>((total, v) => add(total, v), 0);
    const forwards = variables.reduce<Scalar>((total, v) => add(total, v), 0);
    expect(simplify(backwards)).toBe(forwards);
  });

  test("many functions one in another", () => {
    let nest: Scalar = add(x, x);
    for (let k = 0; k < n; k++) nest = sin(nest);
    expect(operations(simplify(nest))).toBe(n + 1);
  });

  test("many factors that collect", () => {
    let product: Scalar = x;
    for (let k = 1; k < n / 5; k++) product = mul(k % 2 === 0 ? x : y, product);
    expect(simplify(product)).toBe(pow(mul(x, y), n / 10));
  });

  test("exact numbers stay of bounded length", () => {
    let product: Scalar = x;
    for (let k = 0; k < 2000; k++) product = mul(1.37 + k / 100_000, product);
    const simple = simplify(product) as Formula;
    expect(operations(simple)).toBeLessThanOrEqual(2000);
    expect(
      Math.max(
        ...simple
          .toString()
          .split("*")
          .map((part) => part.length),
      ),
    ).toBeLessThan(700);
  });
});

test("what is shared is not repeated at every place", () => {
  let f: Formula = x;
  for (let k = 0; k < 30; k++) f = add(mul(f, y), square(f)) as Formula;
  // Multiplied out it would have 2³⁰ terms.
  expect(operations(simplify(f))).toBeLessThanOrEqual(operations(f));
});
