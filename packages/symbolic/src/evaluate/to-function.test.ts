import {
  abs,
  add,
  at,
  atan2,
  clamp,
  cos,
  DomainError,
  exp,
  hypot,
  leakyRelu,
  matrix,
  Matrix,
  max,
  mul,
  pow,
  relu,
  scale,
  ShapeError,
  sigmoid,
  sin,
  sqrt,
  square,
  step,
  sub,
  sum,
  unary,
  vector,
  where,
} from "@jacobian/core";
import { polygamma } from "@jacobian/core/special";
import { describe, expect, test } from "vitest";
import type { Formula } from "../formula/formula.ts";
import { jacobian, symbols } from "../index.ts";
import { toFunction } from "./to-function.ts";

const [x, y] = symbols("x y");

describe.each([{ generate: true }, { generate: false }])("wrong input, %o", (options) => {
  test("variables", () => {
    expect(() => toFunction(mul(x, y), [x], options)).toThrow(
      "toFunction: expected a place for each variable, got none for y; add it to the variables",
    );
    expect(() => toFunction(x, [x, x], options)).toThrow(DomainError);
    expect(() => toFunction(x, [sin(x), x], options)).toThrow(DomainError);
    const many = symbols(Array.from({ length: 10_001 }, (_, k) => `v${k}`).join(" "));
    expect(() => toFunction(many[7]!, many, options)).toThrow(
      "toFunction: expected at most 10000 variables as parameters, got 10001; give them as a vector",
    );
    const numbers = Float64Array.from(many, (_, k) => k);
    expect(toFunction(many[7]!, vector(many), options)(numbers)).toBe(7);
  });

  test("arguments", () => {
    const f = toFunction(mul(x, y), [x, y], options) as (...args: unknown[]) => unknown;
    expect(() => f(1)).toThrow(
      "function: expected a number for the variable y, got undefined; give one for each of x, y",
    );
    expect(() => f(1, "2")).toThrow(DomainError);
    expect(() => f(1, 2, 3)).toThrow("expected 2 arguments at the most, got 3");
    expect(f(3, 2)).toBe(6);
    const g = toFunction(mul(x, y), vector([x, y]), options) as (...args: unknown[]) => unknown;
    expect(() => g(1)).toThrow(ShapeError);
    expect(() => g([1, 2])).toThrow(ShapeError);
    expect(() => g(Float64Array.of(1))).toThrow("expected a Float64Array of 2 numbers");
  });

  test("what the result is written into", () => {
    const f = toFunction(vector([x, y]), [x, y], options) as (...args: unknown[]) => unknown;
    expect(() => f(1, 2, [0, 0])).toThrow(ShapeError);
    expect(() => f(1, 2, new Float64Array(3))).toThrow(ShapeError);
    expect(() => f(1, 2, new Float64Array(2), 0)).toThrow(
      "expected 3 arguments at the most, got 4",
    );
    const g = toFunction(matrix([[x, y]]), [x, y], options) as (...args: unknown[]) => unknown;
    expect(() => g(1, 2, new Matrix(2, 1))).toThrow("a 1×2 Matrix to write the result into");
  });
});

describe.each([{ generate: true }, { generate: false }])("%o", (options) => {
  test("the container of the formulas is that of the result", () => {
    const f = toFunction({ a: x, "it's": [y, { b: 1 }] }, [x, y], options);
    expect(f(3, 4)).toEqual({ a: 3, "it's": [4, { b: 1 }] });
    const odd = toFunction(JSON.parse('{"__proto__": 7}') as { a: number }, [x], options)(1);
    expect(Object.entries(odd)).toEqual([["__proto__", 7]]);
    expect(toFunction(vector([x, mul(x, x)]), [x], options)(3)).toEqual(Float64Array.of(3, 9));
  });

  test("an array is written where it is wanted, also over the inputs", () => {
    const swap = toFunction(vector([y, add(x, y)]), vector([x, y]), options);
    const both = Float64Array.of(1, 2);
    expect(swap(both, both)).toBe(both);
    expect(both).toEqual(Float64Array.of(2, 3));
    const square2 = toFunction(
      matrix([
        [x, y],
        [y, x],
      ]),
      vector([x, y]),
      options,
    );
    const out = new Matrix(2, 2);
    expect(square2(Float64Array.of(1, 2), out)).toBe(out);
    expect(out).toEqual(
      Matrix.fromRows([
        [1, 2],
        [2, 1],
      ]),
    );
    expect(square2(Float64Array.of(1, 2))).toEqual(out);
  });

  test("value and Jacobian in one call", () => {
    const polar = [mul(x, cos(y)), mul(x, sin(y))];
    const f = toFunction({ value: polar, jacobian: jacobian(polar, [x, y]) }, [x, y], options);
    const { value, jacobian: J } = f(2, 0.7);
    expect(value).toEqual([2 * Math.cos(0.7), 2 * Math.sin(0.7)]);
    expect(J).toEqual(
      Matrix.fromRows([
        [Math.cos(0.7), 2 * -Math.sin(0.7)],
        [Math.sin(0.7), 2 * Math.cos(0.7)],
      ]),
    );
  });

  test("names of variables do not matter", () => {
    const names = symbols("constructor __proto__ x0 t0 f arguments θ");
    expect(toFunction(vector(names), names, options)(1, 2, 3, 4, 5, 6, 7)).toEqual(
      Float64Array.of(1, 2, 3, 4, 5, 6, 7),
    );
  });

  test("a primitive of a user may call the function that it is part of", () => {
    let factorial: (n: number) => number = () => NaN;
    const below = unary("below", {
      value: (n) => (n <= 1 ? 1 : factorial(n - 1)),
      partial: () => NaN,
    });
    const throwing = unary("throwing", {
      value: (n) => {
        if (n < 0) throw new RangeError("below 0");
        return n;
      },
      partial: () => NaN,
    });
    factorial = toFunction(throwing(mul(below(x), x)), [x], options);
    expect(factorial(10)).toBe(3_628_800);
    expect(() => factorial(-1)).toThrow(RangeError);
    expect(factorial(5)).toBe(120);
  });

  test("a primitive of a user is called, once for each operand and static argument", () => {
    let calls = 0;
    const scaled = unary<number>("x; throw 1", {
      value: (a, s) => (calls++, s * a),
      partial: (_x, _y, s) => s,
    });
    const f = toFunction([scaled(x, 2), sin(scaled(x, 2)), scaled(x, 3)], [x], options);
    expect(f(5)).toEqual([10, Math.sin(10), 15]);
    expect(calls).toBe(2);
  });
});

/** Formulas of all kinds on two numbers. */
const mixed = (): Formula[] => {
  const kinks = [abs(x), max(x, y), relu(sin(x)), leakyRelu(x, 0.1), clamp(y, -0.5, 0.5), step(x)];
  const smooth = [pow(x, 3), pow(y, -2), hypot(x, y), atan2(x, y), sigmoid(x), polygamma(1, y)];
  const chosen = [where("lt", x, y, sqrt(x), exp(sub(x, y))), where("eq", x, 0, y, scale(x, y))];
  return [...kinks, ...smooth, ...chosen] as Formula[];
};

test("both ways compute the same bits", () => {
  const f = toFunction(mixed(), [x, y]);
  const g = toFunction(mixed(), [x, y], { generate: false });
  for (const a of [-2.5, -0, 0, 0.3, 1, 1e200, Infinity, NaN]) {
    for (const b of [-1, -1e-300, 0, 0.7, 3, -Infinity]) expect(f(a, b)).toEqual(g(a, b));
  }
});

/** A program of so many operations on a vector, all of which depend on each other. */
const long = (count: number, inputs: readonly Formula[]): Formula[] => {
  const made = [...inputs];
  for (let k = 0; made.length < count; k++) {
    const [a, b] = [made[made.length - 1]!, made[(k * 7919) % made.length]!];
    made.push((k % 3 === 0 ? sin(add(a, b)) : k % 3 === 1 ? mul(a, cos(b)) : square(b)) as Formula);
  }
  return made;
};

test("long programs are cut, and compute the same bits", () => {
  const inputs = symbols("a b c") as readonly Formula[];
  const all = long(20_000, inputs);
  const outputs = vector([
    ...all.slice(-3),
    all[5000]!,
    all[1]!,
    0.5,
    sum(vector(all.slice(0, 2000))),
  ]);
  const f = toFunction(outputs, vector(inputs));
  const g = toFunction(outputs, vector(inputs), { generate: false });
  for (const point of [
    [0.1, 0.2, 0.3],
    [1, -1, 2],
  ]) {
    const v = Float64Array.from(point);
    expect(f(v)).toEqual(g(v));
    expect(f(v, new Float64Array(7))).toEqual(g(v));
  }
});

test("depth costs no stack", () => {
  let deep: Formula = x;
  for (let k = 0; k < 20_000; k++) deep = sin(deep) as Formula;
  expect(toFunction(deep, [x])(1)).toBe(toFunction(deep, [x], { generate: false })(1));
});

test("entries of a vector of symbols are its variables", () => {
  const v = vector(symbols("v0 v1 v2"));
  expect(toFunction(mul(at(v, 0), at(v, 2)), v)(Float64Array.of(2, 3, 4))).toBe(8);
});
