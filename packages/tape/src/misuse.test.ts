import {
  type Scalar,
  type Scalars,
  type Value,
  type Vector,
  LevelError,
  Matrix,
  OperatorError,
  ShapeError,
  abs,
  add,
  at,
  exp,
  linear,
  max,
  mul,
  relu,
  slice,
  sum,
  value,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  detectAnomaly,
  gradient,
  hvp,
  jacobian,
  pullback,
  record,
  valueAndGradient,
  vjp,
} from "./index.ts";
import { pullOnce } from "./pull.ts";

/** An element of a function that has returned. */
const escapedScalar = (): Scalar => {
  let kept: Scalar = 0;
  gradient((x: Scalar) => (kept = mul(x, 2)))(1);
  return kept;
};

const escapedVector = (): Vector => {
  let kept: Vector = new Float64Array(0);
  gradient((x: Vector) => sum((kept = mul(x, 2))))(Float64Array.of(1, 2));
  return kept;
};

test("a part of the output that is computed when it is read is read in time", () => {
  const lazy = ([x, y]: Scalars<2>) => ({
    get product() {
      return mul(x, y);
    },
  });
  const pulled = { value: { product: 6 }, cotangent: [3, 2] };
  expect(vjp(lazy)([2, 3], { product: 1 })).toEqual(pulled);
  expect(record(lazy)([1, 1]).vjp([2, 3], { product: 1 })).toEqual(pulled);
  expect(vjp(detectAnomaly(lazy))([2, 3], { product: 1 })).toEqual(pulled);
});

test.each<[string, (f: never) => unknown]>([
  ["gradient", (f) => gradient(f)([1])],
  ["jacobian", (f) => jacobian(f)([1])],
  ["vjp", (f) => vjp(f)([1], 1)],
  ["pullback", (f) => pullback(f)([1])],
  ["record", (f) => record(f)([1])],
])("%s refuses what is no function", (name, enter) => {
  for (const f of [undefined, 3]) {
    expect(() => enter(f as never)).toThrow(OperatorError);
    expect(() => enter(f as never)).toThrow(
      `${name}: expected a function to differentiate, got ${f}; give the function itself first`,
    );
  }
});

describe("an element that escapes and is used later", () => {
  test.each<[string, (x: Scalar) => Value]>([
    ["a smooth function", exp],
    ["a sum with a number", (x) => add(x, 1)],
    ["a kink, on the side that is the operand itself", relu],
    ["a kink, on the other side", (x) => abs(mul(-1, x))],
    ["a kink of two", (x) => max(x, 0)],
    ["a list", (x) => vector([x, 1])],
  ])("%s", (_name, use) => {
    expect(() => use(escapedScalar())).toThrow(LevelError);
    expect(() => use(escapedScalar())).toThrow(
      /: expected elements of .*, got Node\(2\), which escaped .*; return it/,
    );
  });

  test("of an array: its entries, its parts", () => {
    expect(() => at(escapedVector(), 0)).toThrow(LevelError);
    expect(() => slice(escapedVector(), 0, 1)).toThrow(LevelError);
    expect(() => sum(escapedVector())).toThrow(LevelError);
  });

  test("its value can still be read, also when its room is another's", () => {
    const kept = escapedVector();
    gradient((x: Vector) => sum(mul(x, x)))(Float64Array.of(7, 8));
    expect(value(kept)).toEqual(Float64Array.of(2, 4));
  });
});

describe("elements of two tapes", () => {
  test("one that has ended, in an operation of another", () => {
    const kept = escapedScalar();
    expect(() => gradient((x: Scalar) => mul(x, kept))(1)).toThrow(LevelError);
    expect(() => gradient((x: Scalar) => mul(kept, x))(1)).toThrow(LevelError);
    expect(() => gradient((x: Scalar) => sum(vector([x, kept])))(1)).toThrow(LevelError);
  });

  test("one that has ended, in an operation that is recorded", () => {
    let kept: Scalar = 0;
    gradient((x: Scalar) => (kept = mul(x, 2)))(1);
    for (const f of [(x: Scalar) => mul(x, kept), (x: Scalar) => mul(kept, x)]) {
      expect(() => record(f)(1)).toThrow(LevelError);
      expect(() => record(f)(1)).toThrow(/^record: .* got Node\(2\), which escaped/);
    }
  });

  test("of an inner one, in an operation around it", () => {
    let inner: Scalar = 0;
    const f = (x: Scalar): Scalar => {
      gradient((y: Scalar) => (inner = mul(y, x)))(2);
      return mul(x, inner);
    };
    expect(() => gradient(f)(3)).toThrow(LevelError);
  });

  test("of an outer one, in an inner operation: a constant there, a variable around", () => {
    const f = (x: Scalar): Scalar => gradient((y: Scalar) => mul(x, exp(y)))(0);
    expect(gradient(f)(3)).toBe(1);
  });
});

describe("an output that is no scalar", () => {
  const doors = {
    gradient: (f: (x: Vector) => Scalar) => gradient(f)(Float64Array.of(1, 2)),
    valueAndGradient: (f: (x: Vector) => Scalar) => valueAndGradient(f)(Float64Array.of(1, 2)),
    hvp: (f: (x: Vector) => Scalar) => hvp(f)(Float64Array.of(1, 2), Float64Array.of(1, 0)),
  };

  test.each(Object.entries(doors))("%s refuses a vector, and names jacobian", (name, enter) => {
    // What a program that is not type-checked may do.
    const f = ((x: Vector) => x) as unknown as (x: Vector) => Scalar;
    expect(() => enter(f)).toThrow(ShapeError);
    expect(() => enter(f)).toThrow(
      `${name}: expected a function with one scalar output, got a vector of 2; use jacobian`,
    );
  });
});

describe("a cotangent", () => {
  test("that was forgotten", () => {
    expect(() => vjp((x: Scalar) => mul(x, x))(3, undefined as unknown as Scalar)).toThrow(
      "vjp: expected the structure a scalar, got nothing; give the cotangent the structure of the output",
    );
  });

  test("with its keys in another order", () => {
    expect(() => vjp((x: Scalar) => ({ a: x, b: x }))(3, { b: 1, a: 2 })).toThrow(
      "vjp: expected the structure {a:a scalar,b:a scalar} in this order, got {b:a scalar,a:a scalar};",
    );
  });
});

describe("an output that does not depend on the input has the derivative zero", () => {
  const x = { a: 1, b: Float64Array.of(1, 2), C: new Matrix(1, 2) };

  test("gradient, vjp and pullback, in the container of the input", () => {
    const zero = { a: 0, b: new Float64Array(2), C: new Matrix(1, 2) };
    expect(gradient((_x: typeof x) => 7)(x)).toEqual(zero);
    expect(vjp((_x: typeof x) => Float64Array.of(7))(x, Float64Array.of(1)).cotangent).toEqual(
      zero,
    );
    expect(pullback((_x: typeof x) => 7)(x).pullback(1)).toEqual(zero);
    expect(record((_x: typeof x) => 7)(x).gradient(x)).toEqual(zero);
  });

  test("jacobian: rows of zeros, also between others", () => {
    expect(jacobian(([u, v]: Scalars<2>) => [u, 7, mul(u, v)])([2, 3]).toJSON()).toEqual([
      [1, 0],
      [0, 0],
      [3, 2],
    ]);
  });

  test("hvp of what is linear", () => {
    expect(hvp(([u, v]) => add(u, v))([1, 2], [1, 1])).toEqual([0, 0]);
  });
});

describe("a rule whose adjoint has another shape than its operand", () => {
  const wrong = (n: number) =>
    linear("wrong", {
      value: (x) => x,
      shape: (shape) => shape,
      adjoint: () => new Float64Array(n).fill(1),
    });

  test.each([1, 2, 5])("%d entries instead of 3", (n) => {
    const f = (x: Vector) => sum(wrong(n)(x) as Vector);
    const x = Float64Array.of(1, 2, 3);
    expect(() => gradient(f)(x)).toThrow(ShapeError);
    expect(() => gradient(f)(x)).toThrow(
      `tape: expected the adjoint of a vector of 3 in its shape, got a vector of ${n}; correct the adjoint that the rule states`,
    );
    expect(() => jacobian(f)(x)).toThrow(ShapeError);
  });
});

test("a pullback that is kept beyond its one use", () => {
  const late = pullOnce(
    "late",
    (x: Scalar) => exp(x),
    1,
    [],
    ({ pullback: back }) => back,
  );
  expect(() => late(1)).toThrow(LevelError);
  expect(() => late(1)).toThrow(/tape: expected a record to sweep, got one that was given back/);
});
