import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  type Vector,
  Matrix,
  ShapeError,
  abs,
  add,
  at,
  cos,
  derivative,
  exp,
  gradient,
  inv,
  jacobian,
  jvp,
  linearize,
  matmul,
  mul,
  sin,
  square,
  sum,
  tanh,
  vjp,
} from "../index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;

describe("wrong input", () => {
  test("no function", () => {
    // @ts-expect-error a number is no function
    expect(() => linearize(3)([1])).toThrow(/^linearize: expected a function/);
  });

  test("a direction, cotangent or step of another structure", () => {
    const L = linearize(polar)([2, 0.7]);
    // @ts-expect-error one coordinate of two
    expect(() => L.jvp([1])).toThrow(ShapeError);
    // @ts-expect-error one coordinate of two
    expect(() => L.vjp([1])).toThrow(ShapeError);
    // @ts-expect-error one coordinate of two
    expect(() => L.remainder([1])).toThrow(
      /remainder: .* give the step the structure of the input/,
    );
  });
});

describe("one recording, many products", () => {
  test("f is evaluated once, and once more for a remainder", () => {
    let calls = 0;
    const L = linearize(([x, y]: Scalars<2>) => (calls++, [mul(x, y), sin(x), exp(y)]))([2, 3]);
    L.jvp([1, 0]);
    L.jvp([0, 1]);
    L.vjp([1, 0, 0]);
    L.toMatrix();
    expect(L.rows).toHaveLength(3);
    expect(calls).toBe(1);
    L.remainder([0.1, 0.1]);
    expect(calls).toBe(2);
  });

  test("value, products, rows, columns, matrix by hand", () => {
    const L = linearize(([x, y]: Scalars<2>) => [mul(x, y), square(x), y] as const)([2, 3]);
    expect(L.value).toEqual([6, 4, 3]);
    expect(L.shape).toEqual([3, 2]);
    expect(L.jvp([1, 10])).toEqual([23, 4, 10]);
    expect(L.vjp([1, 10, 100])).toEqual([43, 102]);
    expect(L.toMatrix()).toEqual(
      Matrix.fromRows([
        [3, 2],
        [4, 0],
        [0, 1],
      ]),
    );
    expect(L.rows).toEqual([
      [3, 2],
      [4, 0],
      [0, 1],
    ]);
    expect(L.columns).toEqual([
      [3, 4, 0],
      [2, 0, 1],
    ]);
  });

  test("wide and tall matrices are those of jacobian", () => {
    const A = new Matrix(
      3,
      5,
      Float64Array.from({ length: 15 }, (_, k) => Math.sin(k)),
    );
    const wide = (x: Vector) => tanh(matmul(A, x));
    const x = Float64Array.of(0.1, -0.2, 0.3, 0.4, -0.5);
    expect(linearize(wide)(x).toMatrix()).toEqual(jacobian(wide, { mode: "reverse" })(x));
    const tall = ([s, t]: Scalars<2>) => [s, t, mul(s, t)];
    expect(linearize(tall)([2, 3]).toMatrix()).toEqual(jacobian(tall)([2, 3]));
  });

  test("products are those of jvp and vjp, through arrays and whole-matrix functions", () => {
    const f = ({ A, s }: { A: Matrix; s: Scalar }) => ({ inverse: inv(A), total: mul(s, sum(A)) });
    const x = {
      A: Matrix.fromRows([
        [2, 1],
        [0.5, 3],
      ]),
      s: 0.7,
    };
    const v = {
      A: Matrix.fromRows([
        [1, -2],
        [0, 0.5],
      ]),
      s: -1,
    };
    const L = linearize(f)(x);
    const { tangent } = jvp(f)(x, v);
    L.jvp(v).inverse.data.forEach((entry, k) =>
      expect(entry).toBeCloseTo(tangent.inverse.data[k] ?? NaN, 15),
    );
    expect(L.jvp(v).total).toBeCloseTo(tangent.total, 14);
    const w = { inverse: v.A, total: 2 };
    expect(L.vjp(w)).toEqual(vjp(f)(x, w).cotangent);
  });

  test("what it hands out is the caller's to write into", () => {
    const x = Float64Array.of(1, 2);
    const L = linearize((y: Vector) => square(y))(x);
    L.toMatrix().data.fill(9);
    L.value.fill(9);
    x.fill(9);
    expect(L.toMatrix().toJSON()).toEqual([
      [2, 0],
      [0, 4],
    ]);
    expect(L.remainder(Float64Array.of(1, 1))).toEqual(Float64Array.of(1, 1));
  });

  test("constants, and an output that does not move", () => {
    const f = (x: Scalar, a: number) => [mul(a, x), 7] as readonly [Scalar, Scalar];
    const L = linearize(f)(3, 10);
    expect(L.value).toEqual([30, 7]);
    expect(L.jvp(2)).toEqual([20, 0]);
    expect(L.vjp([1, 5])).toBe(10);
  });

  test("at a kink it is linear, by the convention of the table", () => {
    const L = linearize((x: Scalar) => add(abs(x), x))(0);
    expect([L.jvp(1), L.jvp(-1)]).toEqual([1, -1]);
  });
});

test("the remainder of a quadratic is exactly its second-order term", () => {
  const L = linearize(([x, y]: Scalars<2>) => mul(x, y))([2, 3]);
  expect(L.remainder([0.5, 0.25])).toBe(0.125);
});

test("can be differentiated by an engine around it", () => {
  const f = ([x, y]: Scalars<2>) => mul(square(x), y);
  const slope = (t: Scalar) => linearize(f)([t, t]).jvp([1, 0]);
  // ∂f/∂x at (t, t) is 2t².
  expect(derivative(slope)(3)).toBe(12);
  expect(gradient((t: Scalar) => at(linearize(f)([t, t]).toMatrix(), 0, 1))(3)).toBe(6);
});

test("types", () => {
  const L = linearize(polar)([2, 0.7]);
  expectTypeOf(L.value).toEqualTypeOf<[number, number]>();
  expectTypeOf(L.jvp([1, 0])).toEqualTypeOf<[number, number]>();
  expectTypeOf(L.vjp([1, 0])).toEqualTypeOf<[number, number]>();
  expectTypeOf(L.toMatrix()).toEqualTypeOf<Matrix>();
  expectTypeOf(L.rows).toEqualTypeOf<readonly [number, number][]>();
  expectTypeOf(linearize((x: Scalar) => sin(x))(1).jvp(1)).toEqualTypeOf<number>();
  const slope = linearize((x: Vector) => sin(x))(new Float64Array(2)).vjp(new Float64Array(2));
  expectTypeOf(slope).toExtend<Float64Array>();
});
