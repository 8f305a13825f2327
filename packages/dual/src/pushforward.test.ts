import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  Matrix,
  ShapeError,
  abs,
  add,
  amax,
  at,
  clamp,
  column,
  cos,
  exp,
  fold,
  hypot,
  logsumexp,
  mapLeaves,
  matrix,
  max,
  mul,
  norm2,
  pow,
  row,
  sin,
  slice,
  square,
  stopGradient,
  structured,
  sub,
  sum,
  tanh,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, gradient, jacobian, jvp, pushforward } from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

describe("wrong input", () => {
  test.each<[string, unknown, string]>([
    ["a number", 3, "got 3"],
    ["an object", { a: [1, 0] }, "got an object (Object)"],
    ["nothing", undefined, "got undefined"],
    ["a vector", Float64Array.of(1, 0), "got Vector 2 [1, 0]"],
  ])("%s for a list of directions", (_what, directions, got) => {
    const wrong = () => pushforward(polar)([2, 0.7], directions as [[1, 0]]);
    expect(wrong).toThrow(ShapeError);
    expect(wrong).toThrow(
      `pushforward: expected a list of directions, ${got}; put one direction in a list too, or use jvp`,
    );
  });

  test("one direction that is in no list", () => {
    // @ts-expect-error a direction, not a list of them
    expect(() => pushforward(polar)([2, 0.7], [1, 0])).toThrow(
      /pushforward: expected the structure \[a scalar,a scalar\], got a scalar; /,
    );
  });

  test("a direction of another structure among good ones", () => {
    const wrong = () => pushforward(([x]) => square(x))([2], [[1], [1, 0]]);
    expect(wrong).toThrow(ShapeError);
  });

  test("a list where derivative wants a scalar", () => {
    // @ts-expect-error two inputs
    expect(() => derivative((x) => x)([1, 2])).toThrow(
      "derivative: expected one scalar to differentiate at, got an array of 2; use gradient, jacobian or jvp for several inputs",
    );
  });
});

describe("pushforward", () => {
  test("no directions: the value alone", () => {
    expect(pushforward(polar)([2, 0], [])).toEqual({ value: [2, 0], tangents: [] });
  });

  test("constants are held, options go with the function", () => {
    const f = ([x]: Scalars<1>, k: number) => mul(x, k);
    expect(pushforward(f, { chunk: 1 })([3], [[1], [2]], 7)).toEqual({
      value: 21,
      tangents: [7, 14],
    });
  });

  test("a function-valued output is differentiated when it is applied", () => {
    const f =
      ([x, y]: Scalars<2>) =>
      (k: number) =>
        mul(mul(x, y), k);
    const { value, tangents } = pushforward(f)([2, 3], [[1, 0], [0, 1]]); // prettier-ignore
    expect([value(5), tangents[0]?.(5), tangents[1]?.(5)]).toEqual([30, 15, 10]);
  });

  test("directions may be elements of an outer derivative", () => {
    const f = ([x]: Scalars<1>) => square(x);
    const outer = (t: Scalar) => pushforward(f)([3], [[1], [t], [square(t)]]).tangents;
    expect(derivative(outer)(5)).toEqual([0, 6, 60]);
  });
});

/** A structured rule of one's own: the sum and the product. */
const both = structured("both", {
  value: ([x = NaN, y = NaN]) => [add(x, y), mul(x, y)],
  shape: ([x = [], y = []]) => [x.length > 0 ? x : y, x.length > 0 ? x : y],
  pushforward: ([dx = 0, dy = 0], [x = NaN, y = NaN]) => [add(dx, dy), add(mul(dx, y), mul(x, dy))],
});

// Every shape of rule, on scalars and arrays, inputs that meet early, late or never.
interface Model {
  readonly a: Scalar;
  readonly b: Scalar;
  readonly v: Vector;
  readonly A: MatrixValue;
}

const point: Model = {
  a: 0.7,
  b: -1.2,
  v: Float64Array.of(0.3, -0.8, 1.9),
  A: Matrix.fromRows([
    [1.5, 0.4, -0.3],
    [0.2, -1.1, 0.9],
  ]),
};

const functions: Readonly<Record<string, (m: Model) => unknown>> = {
  "an input": ({ b }) => b,
  "a constant": () => [1, Float64Array.of(1, 2)],
  "smooth, of scalars": ({ a, b }) => [mul(a, exp(b)), sub(a, 3), hypot(a, b), pow(a, 2)],
  "smooth, of arrays": ({ a, v, A }) => [tanh(v), mul(a, A), add(v, square(v))],
  "a scalar beside an array": ({ a, b, v }) => [add(a, square(v)), sub(tanh(v), b)],
  "gathers": ({ v, A }) => [at(v, 1), at(A, 1, 2), row(A, 0), column(A, 2), slice(v, 1, 3)], // prettier-ignore
  "sums and norms": ({ v, A }) => [sum(v), sum(A, "rows"), norm2(v), amax(v), logsumexp(A)],
  "piecewise": ({ a, b, v }) => [abs(b), max(a, b), clamp(v, -0.5, 0.5), max(v, a)], // prettier-ignore
  "a choice": ({ a, b, v }) => [where("lt", a, b, a, b), where("lt", v, 0, mul(v, a), b)],
  "constant parts": ({ a, v }) => [stopGradient(v), mul(stopGradient(a), a)],
  "stacked": ({ a, b, v }) => [vector([a, 1, b]), vector([v, a]), matrix([[a, 2], [3, b]])], // prettier-ignore
  "a rule of one's own": ({ a, b, v }) => [...both([a, b]), ...both([v, a])],
  "a loop": ({ a, b }) => fold(5, a, (carry) => add(sin(carry), b)),
  "an inner gradient": ({ a, b }) => gradient(([x, y]) => mul(mul(square(x), y), b))([a, b]),
};

/** Directions of all kinds: dense, along one leaf, twice the same, none at all. */
const directions = Array.from({ length: 7 }, (_, k): Model => {
  const on = (part: number): number => (k < 2 || (k + part) % 4 === 0 ? 1 : 0);
  const still = k === 5 ? 0 : 1;
  return {
    a: still * on(1),
    b: still * on(2) * -0.5,
    v: Float64Array.of(1, -2, 0.25).map((d) => still * on(3) * d),
    A: new Matrix(
      2,
      3,
      Float64Array.of(0, 1, 3, -1, 0.5, 2).map((d) => still * on(4) * d),
    ),
  };
});

/** −0 as 0: a direction in which nothing moves may give either. */
const unsigned = (x: unknown): unknown => mapLeaves("unsigned", x, (leaf) => add(leaf, 0));

describe.each(Object.entries(functions))("many directions at once, %s", (_name, f) => {
  const one = directions.map((v) => jvp(f)(point, v));

  test.each([1, 2, 3, 7, 32])("in chunks of %i: as one at a time", (chunk) => {
    const { value, tangents } = pushforward(f, { chunk })(point, directions);
    expect(value).toEqual(one[0]?.value);
    expect(unsigned(tangents)).toEqual(unsigned(one.map(({ tangent }) => tangent)));
  });

  test("once more within another derivative", () => {
    const moved = (t: Scalar): Model => ({ ...point, a: mul(t, 0.7), v: mul(t, point.v) });
    const at1 = (t: Scalar) => pushforward(f)(moved(t), directions).tangents;
    const each = (t: Scalar) => directions.map((v) => jvp(f)(moved(t), v).tangent);
    expect(unsigned(derivative(at1)(1))).toEqual(unsigned(derivative(each)(1)));
  });

  test("the Jacobian is the same in all chunks", () => {
    const whole = jacobian(f)(point);
    for (const chunk of [1, 2, 5, 11]) {
      expect(unsigned(jacobian(f, { chunk })(point))).toEqual(unsigned(whole));
    }
  });
});
