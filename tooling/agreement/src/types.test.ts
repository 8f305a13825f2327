import type { Element, Index, MatrixValue, Scalar, Scalars, Value, Vector } from "jacobian";
import {
  Matrix,
  add,
  at,
  cos,
  derivative,
  determinant,
  exp,
  gradient,
  hessian,
  hvp,
  jacobian,
  jvp,
  mul,
  pullback,
  sin,
  square,
  sum,
  sumOver,
  tanh,
  valueAndGradient,
  vjp,
} from "jacobian";
import { describe, expect, expectTypeOf, test } from "vitest";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;

describe("Jacobians", () => {
  test("of a function with a name, which plain numbers can be passed to as well", () => {
    expectTypeOf(jacobian(polar)([2, 0.7])).toEqualTypeOf<Matrix>();
    expectTypeOf(determinant(polar)([2, 0.7])).toEqualTypeOf<number>();
    expectTypeOf(polar([2, 0.7])[0]).toEqualTypeOf<Scalar>();
    expect(polar([2, 0])).toEqual([2, 0]);
  });

  test("of a function written where it is used", () => {
    const J = jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))])([2, 0]);
    expectTypeOf(J).toEqualTypeOf<Matrix>();
    expect(J.toJSON()).toEqual([
      [1, 0],
      [0, 2],
    ]);
  });

  test("in any mode", () => {
    for (const mode of ["auto", "forward", "reverse"] as const) {
      expectTypeOf(jacobian(polar, { mode })([2, 0.7])).toEqualTypeOf<Matrix>();
      expect(jacobian(polar, { mode })([1, 0]).toJSON()).toEqual([
        [1, 0],
        [0, 1],
      ]);
    }
    // @ts-expect-error there is no such mode
    expect(() => jacobian(polar, { mode: "sideways" })).toThrow(/"auto" \| "forward" \| "reverse"/);
  });

  test("with constants behind the point", () => {
    const scaled = ([x, y]: Scalars<2>, factor: number) => [mul(factor, mul(x, y))];
    expectTypeOf(jacobian(scaled)([2, 3], 10)).toEqualTypeOf<Matrix>();
    expect(jacobian(scaled)([2, 3], 10).toJSON()).toEqual([[30, 20]]);
    // @ts-expect-error the constant is missing
    expect(() => jacobian(scaled)([2, 3])).toThrow(/got undefined/);
  });

  test("refuse a point of another kind", () => {
    // @ts-expect-error three coordinates for two
    expect(() => jacobian(polar)([2, 0.7, 1])).not.toThrow();
    // @ts-expect-error text is no number
    expect(() => jacobian(polar)(["2", "0.7"])).toThrow();
  });

  test("of an element are elements", () => {
    const nested = (x: Scalar) => {
      const J = jacobian(([a, b]: Scalars<2>) => [mul(a, b)])([x, x]);
      expectTypeOf(J).toEqualTypeOf<MatrixValue>();
      return at(J, 0, 1);
    };
    expectTypeOf(derivative(nested)(3)).toEqualTypeOf<number>();
    expect(derivative(nested)(3)).toBe(1);
  });
});

describe("gradients and derivatives", () => {
  test("a gradient mirrors the tuple", () => {
    const f = ([x, y]: Scalars<2>) => mul(square(x), y);
    expectTypeOf(gradient(f)([1, 3])).toEqualTypeOf<[number, number]>();
    expectTypeOf(valueAndGradient(f)([1, 3]).value).toEqualTypeOf<number>();
    expect(gradient(f)([1, 3])).toEqual([6, 1]);
    expectTypeOf(gradient(([x, y]) => mul(x, y))([2, 3])).toEqualTypeOf<[number, number]>();
  });

  test("a derivative takes a number to a number", () => {
    expectTypeOf(derivative((x) => mul(x, sin(x)))(0.5)).toEqualTypeOf<number>();
    expect(derivative(exp)(0)).toBe(1);
  });

  test("the derivative of a curve keeps its container", () => {
    const circle = (t: Scalar) => [cos(t), sin(t)] as const;
    expectTypeOf(derivative(circle)(0)).toEqualTypeOf<[number, number]>();
    expect(derivative(circle)(0)).toEqual([0, 1]);
  });

  test("of an object of a matrix and a vector", () => {
    interface Layer {
      readonly w: MatrixValue;
      readonly b: Vector;
    }
    const loss = ({ w, b }: Layer) => add(sum(square(w)), sum(tanh(b)));
    const point = { w: new Matrix(1, 2, Float64Array.of(1, 2)), b: Float64Array.of(0) };
    const slope = gradient(loss)(point);
    expectTypeOf(slope).toExtend<{ w: Matrix; b: Float64Array }>();
    expect(slope.w.toJSON()).toEqual([[2, 4]]);
    expect(slope.b).toEqual(Float64Array.of(1));
  });

  test("of one vector", () => {
    const f = (x: Vector) => sumOver(x.length, (i: Index) => square(at(x, i)));
    const slope = gradient(f)(Float64Array.of(1, 2));
    expectTypeOf(slope).toExtend<Float64Array>();
    expect(slope).toEqual(Float64Array.of(2, 4));
  });

  test("of a function of several outputs do not compile", () => {
    // @ts-expect-error two outputs: jacobian is meant
    expect(() => gradient(polar)([2, 0.7])).toThrow(/one scalar output/);
  });
});

describe("products and second order", () => {
  test("tangents are shaped like the output, cotangents like the input", () => {
    const { value, tangent } = jvp(polar)([2, 0], [0, 1]);
    expectTypeOf(value).toEqualTypeOf<[number, number]>();
    expectTypeOf(tangent).toEqualTypeOf<[number, number]>();
    expect(tangent).toEqual([0, 2]);
    const { cotangent } = vjp(polar)([2, 0], [0, 1]);
    expectTypeOf(cotangent).toEqualTypeOf<[number, number]>();
    expect(cotangent).toEqual([0, 2]);
    expectTypeOf(pullback(polar)([2, 0]).pullback([1, 0])).toEqualTypeOf<[number, number]>();
  });

  test("Hessians are matrices, their products shaped like the input", () => {
    const f = ([x, y]: Scalars<2>) => mul(square(x), y);
    expectTypeOf(hessian(f)([1, 3])).toEqualTypeOf<Matrix>();
    expectTypeOf(hvp(f)([1, 3], [1, 0])).toEqualTypeOf<[number, number]>();
    expect(hvp(f)([1, 3], [1, 0])).toEqual([6, 2]);
  });
});

test("a primitive keeps the kind of its operand", () => {
  expectTypeOf(sin(1)).toEqualTypeOf<number>();
  expectTypeOf(sin(Float64Array.of(1))).toEqualTypeOf<Float64Array>();
  expectTypeOf(add(1, 2)).toEqualTypeOf<number>();
  const anything = (x: Element, y: Value) => add(x, y);
  expectTypeOf(anything).returns.toEqualTypeOf<Value>();
  expect(add(1, 2)).toBe(3);
});
