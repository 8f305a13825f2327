import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  Matrix,
  ShapeError,
  abs,
  add,
  at,
  cos,
  div,
  entriesOf,
  exp,
  leavesOf,
  log,
  logsumexp,
  matrix,
  max,
  mul,
  norm2,
  pow,
  relu,
  row,
  sin,
  square,
  sum,
  tanh,
  value,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, jvp, mixedDirectional, secondDirectional } from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

describe("wrong input", () => {
  test("a direction of another structure", () => {
    // @ts-expect-error three entries where the input has two
    const along = () => secondDirectional(polar)([2, 0.7], [1, 0, 0]);
    expect(along).toThrow(ShapeError);
    expect(along).toThrow(/^secondDirectional: expected the structure \[a scalar,a scalar\], got/);
    // @ts-expect-error one entry where the input has two
    const mixed = () => mixedDirectional(polar)([2, 0.7], [1, 0], [1]);
    expect(mixed).toThrow(
      /^mixedDirectional: expected the structure .*, got \[a scalar\]; give the direction the structure of the input, with its keys in the same order$/,
    );
  });
});

type Unary = (x: Scalar) => Scalar;

/** Functions of one variable, with first and second derivative written down. */
const known: Readonly<
  Record<string, readonly [f: Unary, (x: number) => number, (x: number) => number]>
> = {
  sin: [sin, Math.cos, (x) => -Math.sin(x)],
  exp: [exp, Math.exp, Math.exp],
  "1/(1 + x²)": [
    (x) => div(1, add(1, square(x))),
    (x) => (-2 * x) / (1 + x * x) ** 2,
    (x) => (6 * x * x - 2) / (1 + x * x) ** 3,
  ],
  tanh: [tanh, (x) => 1 / Math.cosh(x) ** 2, (x) => (-2 * Math.tanh(x)) / Math.cosh(x) ** 2],
  "x^x": [
    (x) => pow(x, x),
    (x) => x ** x * (Math.log(x) + 1),
    (x) => x ** x * ((Math.log(x) + 1) ** 2 + 1 / x),
  ],
  "exp(sin x²)·log x": [
    (x) => mul(exp(sin(square(x))), log(x)),
    (x) => Math.exp(Math.sin(x * x)) * (2 * x * Math.cos(x * x) * Math.log(x) + 1 / x),
    (x) => {
      const [s, c, l] = [Math.sin(x * x), Math.cos(x * x), Math.log(x)];
      const growth = 2 * x * c;
      return (
        Math.exp(s) *
        (growth * (growth * l + 1 / x) + (2 * c - 4 * x * x * s) * l + growth / x - 1 / (x * x))
      );
    },
  ],
};

const points = [0.3, 0.8, 1, 1.7, 2.4];

describe.each(Object.entries(known))("%s", (_name, [f, first, second]) => {
  test.each(points)("at %d, along a direction of length −1.5", (x) => {
    const v = -1.5;
    const got = secondDirectional(f)(x, v);
    expect(got.value).toBe(f(x));
    expect(Math.abs(got.first / (v * first(x)) - 1)).toBeLessThan(1e-13);
    expect(Math.abs(got.second / (v * v * second(x)) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(derivative(derivative(f))(x) / second(x) - 1)).toBeLessThan(1e-12);
  });
});

describe("what it gives", () => {
  test("entries of the Hessian, along unit vectors", () => {
    const f = ([x, y, z]: Scalars<3>) => mul(mul(square(x), y), exp(z));
    const mixed = mixedDirectional(f);
    expect(mixed([3, 5, 0], [1, 0, 0], [0, 1, 0])).toEqual({
      value: 45,
      first: [30, 9],
      second: 6,
    });
    expect(mixed([3, 5, 0], [0, 0, 1], [0, 0, 1]).second).toBe(45);
    expect(mixed([3, 5, 0], [0, 1, 0], [0, 1, 0]).second).toBe(0);
  });

  test("in the output's container, with constants held", () => {
    const f = ({ w, b }: { w: Vector; b: Scalar }, k: number) => ({ y: square(mul(w, k)), b });
    const x = { w: Float64Array.of(1, 2), b: 3 };
    const v = { w: Float64Array.of(1, 0), b: 1 };
    expect(secondDirectional(f)(x, v, 2)).toEqual({
      value: { y: Float64Array.of(4, 16), b: 3 },
      first: { y: Float64Array.of(8, 0), b: 1 },
      second: { y: Float64Array.of(8, 0), b: 0 },
    });
  });

  test("a function that does not depend on its input", () => {
    expect(secondDirectional(() => [7])([1], [1])).toEqual({ value: [7], first: [0], second: [0] });
  });

  test("the function is evaluated once", () => {
    let calls = 0;
    secondDirectional((x: Scalar) => (calls++, tanh(x)))(1, 1);
    expect(calls).toBe(1);
  });

  test("it is differentiated again: x⁴ to order 4, twice two", () => {
    const second: Unary = (x) => secondDirectional((y: Scalar) => square(square(y)))(x, 1).second;
    expect(second(3)).toBe(108);
    expect(secondDirectional(second)(3, 1)).toEqual({ value: 108, first: 72, second: 24 });
  });
});

interface Model {
  readonly a: Scalar;
  readonly v: Vector;
  readonly A: MatrixValue;
}

// Every shape of rule; second derivatives against differences of first ones.
const functions: Readonly<Record<string, (m: Model) => unknown>> = {
  "smooth, of scalars": ({ a, v }) => mul(sin(mul(a, at(v, 0))), pow(at(v, 1), a)),
  "smooth, of arrays": ({ a, v, A }) => [tanh(mul(a, v)), exp(mul(a, A)), div(A, add(2, a))],
  "linear, stacked and gathered": ({ a, v, A }) => [
    sum(square(row(A, 1))),
    square(vector([mul(a, a), v])),
    matrix([[a, at(v, 2)], [mul(a, a), 1]]), // prettier-ignore
  ],
  "piecewise, off the kinks": ({ a, v }) => [
    max(square(a), at(v, 0)),
    abs(mul(v, a)),
    where("lt", v, 0, mul(v, v), mul(a, v)),
    relu(mul(a, v)),
  ],
  "reductions": ({ v, A }) => [norm2(v), logsumexp(A, "rows")], // prettier-ignore
};

const x: Model = {
  a: 0.7,
  v: Float64Array.of(0.3, 0.8, -1.9),
  A: Matrix.fromRows([[1.5, 0.4], [0.2, -1.1]]), // prettier-ignore
};
const v: Model = {
  a: 0.4,
  v: Float64Array.of(1, -0.2, 0.5),
  A: Matrix.fromRows([[-1, 0.3], [0.6, 1]]), // prettier-ignore
};
const w: Model = {
  a: -0.9,
  v: Float64Array.of(0.1, 0.7, 0.2),
  A: Matrix.fromRows([[0.5, 0.8], [-0.4, 0.1]]), // prettier-ignore
};

const numbersOf = (y: unknown): number[] =>
  leavesOf("numbers", y).flatMap((leaf) => Array.from(entriesOf(value(leaf))));

/** x + t·w */
const moved = (t: number): Model => ({
  a: add(x.a, mul(t, w.a)),
  v: add(x.v, mul(t, w.v)),
  A: add(x.A, mul(t, w.A)),
});

describe.each(Object.entries(functions))("%s", (_name, f) => {
  /** Central differences of J·v along w, extrapolated once (error h⁴). */
  const differences = (h: number): number[] => {
    const slope = (t: number): number[] => numbersOf(jvp(f)(moved(t), v).tangent);
    const central = (t: number): number[] => {
      const [above, below] = [slope(t), slope(-t)];
      return above.map((y, k) => (y - (below[k] ?? NaN)) / (2 * t));
    };
    const [wide, narrow] = [central(h), central(h / 2)];
    return narrow.map((y, k) => y + (y - (wide[k] ?? NaN)) / 3);
  };

  test("∂²f/∂v∂w agrees with differences of J·v, and with ∂²f/∂w∂v", () => {
    const vw = numbersOf(mixedDirectional(f)(x, v, w).second);
    const wv = numbersOf(mixedDirectional(f)(x, w, v).second);
    const expected = differences(2 ** -8);
    expect(vw.length).toBe(expected.length);
    vw.forEach((y, k) => {
      expect(Math.abs(y - (expected[k] ?? NaN))).toBeLessThan(1e-8);
      expect(Math.abs(y - (wv[k] ?? NaN))).toBeLessThan(1e-14);
    });
  });

  test("the first derivatives are those of jvp", () => {
    const { value: y, first } = mixedDirectional(f)(x, v, w);
    expect(y).toEqual(jvp(f)(x, v).value);
    expect(first).toEqual([jvp(f)(x, v).tangent, jvp(f)(x, w).tangent]);
  });
});
