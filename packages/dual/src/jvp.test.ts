import {
  type Scalar,
  type Scalars,
  LevelError,
  Matrix,
  OperatorError,
  ShapeError,
  add,
  at,
  cos,
  mul,
  sin,
  sum,
  sumOver,
  square,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, gradient, jacobian, jvp, valueAndGradient } from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

describe("wrong input", () => {
  test("a direction of another structure", () => {
    // @ts-expect-error three entries where the input has two
    const wrong = () => jvp(polar)([2, 0.7], [1, 0, 0]);
    expect(wrong).toThrow(ShapeError);
    expect(wrong).toThrow(
      /jvp: expected the structure \[a scalar,a scalar\], got \[a scalar,a scalar,a scalar\]/,
    );
  });

  test("a function that returns nothing", () => {
    expect(() => derivative(() => undefined)(1)).toThrow(OperatorError);
    expect(() => derivative(() => undefined)(1)).toThrow(
      /^derivative: expected .* got undefined; /,
    );
  });

  test("an async function", () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- async is the mistake under test
    expect(() => derivative(async (x) => x)(1)).toThrow(/got an object \(Promise\)/);
  });

  test("a function that throws passes its own error on", () => {
    const broken = (): Scalar => {
      throw new RangeError("mine");
    };
    expect(() => derivative(broken)(1)).toThrow(RangeError);
  });

  test("a gradient of several outputs names jacobian", () => {
    // @ts-expect-error the output is a list of two
    expect(() => gradient(polar)([2, 0.7])).toThrow(
      /one scalar output, got 2 values; use jacobian/,
    );
  });

  test("an element that escapes its function", () => {
    let kept: Scalar = 0;
    derivative((x) => (kept = mul(x, 2)))(1);
    expect(() => add(kept, 1)).toThrow(LevelError);
    expect(() => derivative((x) => mul(x, kept))(1)).toThrow(
      /mul: .* got Dual\(2 \+ ε·2\), which escaped .*; return it/,
    );
  });

  test("an element that escaped is not let out by another function either", () => {
    let kept: Scalar = 0;
    derivative((x) => (kept = mul(x, 2)))(1);
    expect(() => derivative((_x) => kept)(2)).toThrow(LevelError);
  });

  test("an element of an inner transformation given as output", () => {
    let inner: Scalar = 0;
    const leak = (x: Scalar): Scalar => {
      derivative((y) => (inner = mul(x, y)))(1);
      return inner;
    };
    expect(() => derivative(leak)(1)).toThrow(LevelError);
  });
});

describe("values and tangents", () => {
  test("a product along a direction", () => {
    expect(jvp(([x, y]) => mul(x, y))([2, 3], [1, 0])).toEqual({ value: 6, tangent: 3 });
  });

  test("objects of arrays come back in their container", () => {
    const f = ({ w, b }: { w: Matrix; b: Float64Array }) => ({ out: add(mul(w, 2), 1), b });
    const v = { w: new Matrix(1, 2, Float64Array.of(1, 0)), b: Float64Array.of(3) };
    const { value, tangent } = jvp(f)({ w: new Matrix(1, 2), b: Float64Array.of(5) }, v);
    expect(value).toEqual({ out: Matrix.fromRows([[1, 1]]), b: Float64Array.of(5) });
    expect(tangent).toEqual({ out: Matrix.fromRows([[2, 0]]), b: Float64Array.of(3) });
  });

  test("an output that ignores the input has tangent zero, in its shape", () => {
    const { tangent } = jvp(() => [1, Float64Array.of(1, 2)])([3], [1]);
    expect(tangent).toEqual([0, new Float64Array(2)]);
  });

  test("a function-valued output is differentiated when it is applied", () => {
    const curried = (x: Scalar) => (y: number) => mul(square(x), y);
    expect(derivative(curried)(3)(5)).toBe(30);
    expect(jvp(([x = 0]: readonly Scalar[]) => curried(x))([3], [1]).value(5)).toBe(45);
  });

  test("a scalar that meets a constant array moves every entry of it", () => {
    const c = Float64Array.of(1, 2, 3);
    expect(derivative((x) => sum(add(c, x)))(2)).toBe(3);
    expect(jacobian(([x]) => add(c, x))([2]).toJSON()).toEqual([[1], [1], [1]]);
  });

  test("constants follow the input and are held", () => {
    expect(derivative((x: Scalar, k: number) => mul(x, k))(3, 7)).toBe(7);
  });
});

describe("Jacobians", () => {
  test("polar, row by output and column by input", () => {
    const J = jacobian(polar)([2, 0.7]);
    expect(J.toJSON()).toEqual([
      [Math.cos(0.7), -2 * Math.sin(0.7)],
      [Math.sin(0.7), 2 * Math.cos(0.7)],
    ]);
  });

  test("a curve is m×1, a scalar function 1×n", () => {
    expect(jacobian((t: Scalar) => [cos(t), sin(t), t])(0).toJSON()).toEqual([[0], [1], [1]]);
    expect(jacobian(([x, y, z]) => mul(mul(x, y), z))([2, 3, 4]).shape).toEqual([1, 3]);
  });

  test("no inputs and no outputs", () => {
    expect(jacobian(() => [1, 2])([]).shape).toEqual([2, 0]);
    expect(jacobian(() => [])([1, 2, 3]).shape).toEqual([0, 3]);
  });

  test("a gradient has the container of the input", () => {
    const f = ({ a, b }: { a: Scalar; b: Float64Array }) =>
      mul(
        a,
        sumOver(2, (i) => square(at(b, i))),
      );
    expect(valueAndGradient(f)({ a: 2, b: Float64Array.of(1, 3) })).toEqual({
      value: 20,
      gradient: { a: 10, b: Float64Array.of(4, 12) },
    });
  });
});
