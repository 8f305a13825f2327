import {
  type Scalar,
  type Scalars,
  type Vector,
  add,
  at,
  bilinear,
  entriesOf,
  mul,
  sin,
  slice,
  square,
  stopGradient,
  structured,
  sum,
  value,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, gradient, jacobian, jvp, pushforward } from "./index.ts";

// What a rule does to its tangents is done in every direction: whatever primitives it is made of.

const x = Float64Array.of(-2, 3, 5);

/** The positive entries, doubled; the tangent is chosen entry by entry, by the point. */
const doubled = structured("doubled", {
  value: ([v = NaN]) => [entriesOf(v).map((entry) => (entry > 0 ? 2 * entry : 0))],
  shape: ([shape = []]) => [shape],
  pushforward: ([dv = 0], [v = NaN]) => [where("gt", v as Vector, 0, mul(2, dv) as Vector, 0)],
});

/** x·y, entry by entry, as a map linear in each. */
const product = bilinear("product", {
  value: (a, b) => entriesOf(a).map((entry, k) => entry * (entriesOf(b)[k] ?? NaN)),
  shape: (shape) => shape,
  adjoints: [(bar, y) => mul(bar, y), (bar, x) => mul(bar, x)],
});

describe("a rule of one's own, along many directions as along one", () => {
  test("whose tangent is chosen by the point", () => {
    const f = (v: Vector) => doubled([v])[0]!;
    expect(jacobian(f)(x).toJSON()).toEqual([[0, 0, 0], [0, 2, 0], [0, 0, 2]]); // prettier-ignore
    expect(jvp(f)(x, Float64Array.of(1, 1, 1)).tangent).toEqual(Float64Array.of(0, 2, 2));
    expect(gradient((v: Vector) => sum(square(f(v))))(x)).toEqual(Float64Array.of(0, 24, 40));
  });

  test("whose tangent is held, which does nothing to it but for an outer derivative", () => {
    const held = structured("held", {
      value: ([a = NaN]) => [square(a)],
      shape: ([shape = []]) => [shape],
      pushforward: ([d = 0], [a = NaN]) => [stopGradient(mul(mul(2, a), d))],
    });
    const f = (a: Scalar) => held([a])[0] as Scalar;
    expect(gradient(([a, b]) => mul(f(a), b))([3, 5])).toEqual([30, 9]);
    expect(jacobian(([a, b]: Scalars<2>) => [f(a), f(b)])([3, 5]).toJSON()).toEqual([[6, 0], [0, 10]]); // prettier-ignore
  });

  test("whose tangent reads entries of a tangent", () => {
    const ends = structured("ends", {
      value: ([v = NaN]) => [entriesOf(v)[0]! + 10 * entriesOf(v)[2]!],
      shape: () => [[]],
      pushforward: ([dv = 0]) => [add(at(dv as Vector, 0), mul(10, at(dv as Vector, 2)))],
    });
    const f = (v: Vector) => ends([v])[0] as Scalar;
    const expected = Float64Array.of(1, 0, 10);
    expect(gradient(f)(x)).toEqual(expected);
    // No longer unit vectors: their entries move in several directions each, or in none.
    expect(gradient((v: Vector) => f(mul(v, 1)))(x)).toEqual(expected);
    const mixed = (v: Vector) => f(vector([add(at(v, 0), at(v, 2)), at(v, 1), 4]));
    expect(gradient(mixed)(x)).toEqual(Float64Array.of(1, 0, 1));
  });

  test("whose tangent reads a part of a tangent", () => {
    const tail = (v: Vector) => slice(mul(v, v), 1, 3);
    expect(jacobian(tail)(x).toJSON()).toEqual([[0, 6, 0], [0, 0, 10]]); // prettier-ignore
  });
});

describe("a map linear in each of two operands", () => {
  const y = Float64Array.of(7, 11, 13);

  test("moves with either, with both, and with none", () => {
    expect(jacobian((v: Vector) => product(v, y))(x).toJSON()).toEqual([[7, 0, 0], [0, 11, 0], [0, 0, 13]]); // prettier-ignore
    expect(jacobian((v: Vector) => product(y, v))(x).toJSON()).toEqual([[7, 0, 0], [0, 11, 0], [0, 0, 13]]); // prettier-ignore
    expect(jvp((v: Vector) => product(v, v))(x, y).tangent).toEqual(Float64Array.of(-28, 66, 130));
    expect(jvp((v: Vector) => mul(at(v, 0), product(y, y)))(x, y).tangent).toEqual(
      product(product(y, y), Float64Array.of(7, 7, 7)),
    );
  });

  test("with two arrays that move in directions of their own", () => {
    const f = ({ a, b }: { a: Vector; b: Vector }) => product(a, b);
    const J = jacobian(f)({ a: x, b: y }).toJSON();
    expect(J).toEqual([[7, 0, 0, -2, 0, 0], [0, 11, 0, 0, 3, 0], [0, 0, 13, 0, 0, 5]]); // prettier-ignore
  });
});

describe("evaluations of the function", () => {
  /** How often f is evaluated, by `differentiate`. */
  const counted = (differentiate: (f: (v: Vector) => Scalar) => unknown): number => {
    let calls = 0;
    differentiate((v) => (calls++, sum(v)));
    return calls;
  };

  test("one for each chunk of inputs, the last of which may be full", () => {
    for (const [n, chunk, passes] of [
      [4, 2, 2],
      [5, 2, 3],
      [6, 3, 2],
      [6, 6, 1],
      [6, 32, 1],
      [0, 2, 1],
    ] as const) {
      // prettier-ignore
      const at = new Float64Array(n);
      expect(counted((f) => gradient(f, { chunk })(at))).toBe(passes);
      expect(counted((f) => jacobian(f, { chunk })(at))).toBe(passes);
    }
  });

  test("one for each chunk of directions", () => {
    const v = new Float64Array(2);
    for (const [n, chunk, passes] of [
      [4, 2, 2],
      [5, 2, 3],
      [0, 2, 1],
    ] as const) {
      const along = Array.from({ length: n }, () => v);
      expect(counted((f) => pushforward(f, { chunk })(v, along))).toBe(passes);
    }
  });
});

test("derivative refuses what is no scalar, or no value at all, and says what it got", () => {
  const given = (x: unknown): number => x as number;
  expect(() => derivative(sin)(given(x))).toThrow(
    "derivative: expected one scalar to differentiate at, got Vector 3 [-2, 3, 5]; use gradient",
  );
  expect(derivative((t: Scalar) => derivative(sin)(t))(0)).toBeCloseTo(0, 15);
  for (const [wrong, got] of [
    [undefined, "undefined"],
    [null, "null"],
    ["x", '"x"'],
    [{ shape: [] }, "an object (Object)"],
  ] as const) {
    // prettier-ignore
    expect(() => derivative(sin)(given(wrong))).toThrow(
      `derivative: expected one scalar to differentiate at, got ${got}; use gradient`,
    );
  }
});

test("a function-valued output in chunks is differentiated where it is applied", () => {
  const f =
    ([a, b]: Scalars<2>) =>
    (k: number) =>
      mul(mul(a, b), k);
  const { value, tangents } = pushforward(f, { chunk: 1 })([2, 3], [[1, 0], [0, 1]]); // prettier-ignore
  expect([value(5), ...tangents.map((tangent) => tangent(5))]).toEqual([30, 15, 10]);
});

test("what a rule must not look at is printed with all its directions", () => {
  const spying = (given: (v: Vector) => Vector) =>
    jacobian((v: Vector) =>
      structured("spy", {
        value: (inputs) => inputs,
        shape: (shapes) => shapes,
        pushforward: ([d = 0]) => (sum(d), value(d), [d]),
      })([given(v)]),
    );
  const at = Float64Array.of(3, 4);
  expect(() => spying((v) => v)(at)).toThrow(
    "the number behind Units(Bundle(Vector 2 [1, 0], Vector 2 [0, 1])); write",
  );
  expect(() => spying((v) => mul(v, 2))(at)).toThrow(
    "the number behind Bundle(Vector 2 [2, 0], Vector 2 [0, 2]); write",
  );
});
