import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  LevelError,
  Matrix,
  OperatorError,
  ShapeError,
  add,
  clamp,
  div,
  exp,
  log1p,
  mul,
  neg,
  stopGradient,
  structured,
  sub,
  sum,
  square,
  unary,
  value,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { customVjp, gradient, jacobian, valueAndGradient, vjp } from "./index.ts";

/** x ↦ log(1 + eˣ) with σ(x) as its derivative, which does not overflow (the example of JAX's custom_vjp). */
const log1pexp = customVjp(
  (x: Scalar): Scalar => log1p(exp(x)),
  (bar, x) => mul(bar, sub(1, div(1, add(1, exp(x))))),
);

describe("wrong input", () => {
  test("a pullback that gives another shape, another structure, or nothing", () => {
    const wrong = (cotangent: unknown) =>
      customVjp(
        ({ A, b }: { A: MatrixValue; b: Vector }): Scalar => add(sum(A), sum(b)),
        () => cotangent as { A: MatrixValue; b: Vector },
      );
    const x = { A: new Matrix(2, 2), b: Float64Array.of(1, 2) };
    expect(() => gradient(wrong({ A: new Matrix(2, 3), b: x.b }))(x)).toThrow(ShapeError);
    expect(() => gradient(wrong({ A: new Matrix(2, 3), b: x.b }))(x)).toThrow(
      "customVjp: pullback: expected the structure {A:a 2×2 matrix,b:a vector of 2}, got {A:a 2×3 matrix,b:a vector of 2}; give a cotangent for every input, shaped as the input",
    );
    expect(() => gradient(wrong([1]))(x)).toThrow(ShapeError);
    expect(() => gradient(wrong(undefined))(x)).toThrow(OperatorError);
  });

  test("a function that captures an element of the derivative around it", () => {
    const f = (w: Scalar) =>
      customVjp(
        (x: Scalar): Scalar => mul(w, x),
        (bar) => bar,
      )(2);
    expect(() => gradient(f)(3)).toThrow(LevelError);
    expect(() => gradient(f)(3)).toThrow(/customVjp: .* captured .*; pass what it captures as a/);
    // Also where the captured element is of another level than the input.
    const g = ([w, x]: Scalars<2>) =>
      gradient((z: Scalar) => customVjp((y: Scalar): Scalar => mul(w, y), neg)(z))(x);
    expect(() => gradient(g)([2, 3])).toThrow(LevelError);
  });
});

describe("a pullback of your own", () => {
  test("takes the place of the function's", () => {
    expect(log1pexp(1)).toBe(Math.log1p(Math.E));
    expect(gradient((x: Scalar) => log1pexp(x))(100)).toBe(1);
    expect(gradient((x: Scalar) => log1p(exp(x)))(800)).not.toBe(1);
    expect(gradient((x: Scalar) => log1pexp(x))(800)).toBe(1);
  });

  test("is differentiated again: σ′ = σ(1 − σ)", () => {
    const second = gradient((x: Scalar) => gradient((z: Scalar) => log1pexp(z))(x))(0.3);
    const s = 1 / (1 + Math.exp(-0.3));
    expect(second).toBeCloseTo(s * (1 - s), 15);
    const third = (x: number) =>
      gradient((a: Scalar) => gradient((b: Scalar) => gradient((c: Scalar) => log1pexp(c))(b))(a))(
        x,
      );
    expect(third(0.3)).toBeCloseTo(s * (1 - s) * (1 - 2 * s), 15);
  });

  test("has the containers of input and output, several outputs, constants among the inputs", () => {
    let seen: unknown;
    const f = customVjp(
      ({ x, k }: { x: Vector; k: Scalar }): readonly [Vector, Scalar] => [mul(k, x), sum(x)],
      ([bar, total], at, y) => {
        seen = y;
        return { x: add(mul(at.k, bar), total), k: sum(mul(bar, at.x)) };
      },
    );
    const x = Float64Array.of(1, 2);
    expect(vjp((v: Vector) => f({ x: v, k: 3 }))(x, [Float64Array.of(1, 0), 10]).cotangent).toEqual(
      Float64Array.of(13, 10),
    );
    expect(seen).toEqual([Float64Array.of(3, 6), 3]);
    expect(jacobian((v: Vector) => f({ x: v, k: 3 }))(x).toJSON()).toEqual([
      [3, 0],
      [0, 3],
      [1, 1],
    ]);
    expect(gradient((k: Scalar) => sum(f({ x, k })[0]))(5)).toBe(3);
  });

  test("the same element twice gets both shares", () => {
    const product = customVjp(
      ([a, b]: readonly [Scalar, Scalar]): Scalar => mul(a, b),
      (bar, [a, b]) => [mul(bar, b), mul(bar, a)],
    );
    expect(gradient((x: Scalar) => product([x, x]))(3)).toBe(6);
  });

  test("clips a gradient on its way back", () => {
    const clip = customVjp(
      (x: Vector): Vector => x,
      (bar) => clamp(bar, -1, 1),
    );
    expect(gradient((x: Vector) => sum(mul(100, clip(x))))(Float64Array.of(1, 2))).toEqual(
      Float64Array.of(1, 1),
    );
  });
});

describe("the doors of core", () => {
  test("structured: a primitive with its own pullback, also nested and on arrays", () => {
    /** xᵀx and Σx, in one pass. */
    const moments = structured("moments", {
      value: ([x = 0]) => [value(sum(square(x))), value(sum(x))],
      shape: () => [[], []],
      pushforward: ([dx = 0], [x = 0]) => [mul(2, sum(mul(x, dx))), sum(dx)],
      pullback: ([quadratic = 0, linear = 0], [x = 0]) => [add(mul(mul(2, quadratic), x), linear)],
    });
    const variance = (x: Vector): Scalar => {
      const [q, s] = moments([x]) as [Scalar, Scalar];
      return sub(div(q, x.length), square(div(s, x.length)));
    };
    const { value: v, gradient: g } = valueAndGradient(variance)(Float64Array.of(1, 2, 6));
    expect(v).toBe(41 / 3 - 9);
    [-4 / 3, -2 / 3, 2].forEach((slope, k) => expect(g[k]).toBeCloseTo(slope, 14));
    // ∂²/∂xᵢ∂xⱼ = 2/n·δᵢⱼ − 2/n²
    const H = jacobian((x: Vector) => gradient(variance)(x))(Float64Array.of(1, 2, 6)).toJSON();
    H.forEach((row, i) => {
      row.forEach((h, j) => expect(h).toBeCloseTo((i === j ? 2 / 3 : 0) - 2 / 9, 15));
    });
  });

  test("structured: a pullback of too few values", () => {
    const bad = structured("bad", {
      value: ([x = 0, y = 0]) => [add(x, y)],
      shape: () => [[]],
      pushforward: ([dx = 0, dy = 0]) => [add(dx, dy)],
      pullback: ([bar = 0]) => [bar],
    });
    expect(() => gradient(([x, y]: Scalars<2>) => bad([x, y])[0] as Scalar)([1, 2])).toThrow(
      "bad: pullback: expected 2 values, got 1; give one for each",
    );
  });

  test("structured: a pullback that gives another shape", () => {
    const bad = structured("bad", {
      value: ([x = 0]) => [value(sum(x))],
      shape: () => [[]],
      pushforward: ([dx = 0]) => [sum(dx)],
      pullback: () => [Float64Array.of(1, 2, 3)],
    });
    const f = (x: Vector) => bad([x])[0] as Scalar;
    expect(() => gradient(f)(Float64Array.of(1, 2))).toThrow(ShapeError);
    expect(() => gradient(f)(Float64Array.of(1, 2))).toThrow(
      "bad: pullback: expected shapes as of the values they belong to, got a vector of 3 and a vector of 2; only a scalar meets an array entry by entry",
    );
  });

  test("unary: a partial derivative of one's own", () => {
    const smoothstep = unary("smoothstep", {
      value: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x)),
      partial: (x) => where("lt", mul(x, sub(1, x)), 0, 0, mul(6, mul(x, sub(1, x)))),
    });
    expect([-1, 0.25, 2].map((x) => gradient((z: Scalar) => smoothstep(z))(x))).toEqual([
      0, 1.125, 0,
    ]);
    expect(gradient((x: Scalar) => gradient((z: Scalar) => smoothstep(z))(x))(0.25)).toBe(3);
  });
});

describe("stopGradient", () => {
  test("holds its operand constant, at any order, entry by entry", () => {
    const f = (x: Scalar) => mul(x, stopGradient(square(x)));
    expect(valueAndGradient(f)(3)).toEqual({ value: 27, gradient: 9 });
    // In every derivative: ∂/∂x of the gradient stopGradient(x²) is 0.
    expect(gradient((x: Scalar) => gradient(f)(x))(3)).toBe(0);
    expect(gradient((x: Vector) => sum(mul(stopGradient(x), x)))(Float64Array.of(1, 2))).toEqual(
      Float64Array.of(1, 2),
    );
    expect(gradient((x: Scalar) => stopGradient(x))(1)).toBe(0);
  });

  test("the value of one function with the derivative of another: straight through", () => {
    const straightThrough = (x: Scalar) => add(x, stopGradient(sub(Math.round(2.4), x)));
    expect(valueAndGradient(straightThrough)(2.4)).toEqual({ value: 2, gradient: 1 });
  });
});
