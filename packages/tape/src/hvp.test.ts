import {
  type Scalar,
  type Scalars,
  type Vector,
  ShapeError,
  abs,
  add,
  at,
  exp,
  mul,
  offset,
  sin,
  square,
  sub,
  sum,
  sumOver,
  tanh,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, hvp, jacobian } from "./index.ts";

test("a direction of another structure", () => {
  expect(() => hvp(([x, y]) => mul(x, y))([1, 2], [1])).toThrow(ShapeError);
  expect(() => hvp(([x, y]) => mul(x, y))([1, 2], [1])).toThrow(
    "hvp: expected the structure [a scalar,a scalar], got [a scalar]; give the direction v the structure of x",
  );
  expect(() => hvp((x: Scalar) => square(x))(3, undefined as unknown as number)).toThrow(
    "hvp: expected the structure a scalar, got nothing; give the direction v",
  );
});

const rosenbrock = (x: Vector): Scalar =>
  sumOver(x.length - 1, (i) => {
    const bend = sub(at(x, offset(i, 1)), square(at(x, i)));
    return add(mul(100, square(bend)), square(sub(1, at(x, i))));
  });

/** The Hessian of Rosenbrock's function, tridiagonal, by hand, times v. */
const byHand = (x: Float64Array, v: Float64Array): Float64Array => {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length - 1; i++) {
    const [a, b] = [x[i] ?? NaN, x[i + 1] ?? NaN];
    const [p, q] = [v[i] ?? NaN, v[i + 1] ?? NaN];
    out[i] = (out[i] ?? NaN) + (1200 * a * a - 400 * b + 2) * p - 400 * a * q;
    out[i + 1] = (out[i + 1] ?? NaN) - 400 * a * p + 200 * q;
  }
  return out;
};

describe("the Hessian times a vector", () => {
  test("of Rosenbrock's function, by hand", () => {
    const x = Float64Array.of(0.3, -0.7, 1.1, 0.2);
    const v = Float64Array.of(1, 2, -1, 0.5);
    const expected = byHand(x, v);
    hvp(rosenbrock)(x, v).forEach((h, k) => {
      expect(h).toBeCloseTo(expected[k] ?? NaN, 10);
    });
  });

  test("is a column of the Jacobian of the gradient, and symmetric", () => {
    const f = ([x, y, z]: Scalars<3>) => add(mul(exp(mul(x, y)), sin(z)), tanh(mul(y, z)));
    const x = [0.3, -0.4, 0.8] as const;
    const H = jacobian((u: Scalars<3>) => gradient(f)(u))(x);
    const columns = [hvp(f)(x, [1, 0, 0]), hvp(f)(x, [0, 1, 0]), hvp(f)(x, [0, 0, 1])];
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        expect(columns[j]?.[i]).toBeCloseTo(H.at(i, j), 14);
        expect(columns[j]?.[i]).toBeCloseTo(columns[i]?.[j] ?? NaN, 14);
      }
    }
  });

  test("comes in the container of x; further arguments are constants", () => {
    const f = ({ w, k }: { w: Vector; k: Scalar }, c: number) => mul(c, mul(k, sum(square(w))));
    const x = { w: Float64Array.of(1, 2), k: 3 };
    expect(hvp(f)(x, { w: Float64Array.of(1, 0), k: 1 }, 2)).toEqual({
      w: Float64Array.of(16, 8),
      k: 4,
    });
  });

  test("of third order: its own gradient", () => {
    // (x³)″·1 = 6x, whose derivative is 6.
    expect(gradient((x: Scalar) => hvp((y: Scalar) => mul(y, square(y)))(x, 1))(2)).toBe(6);
  });

  test("at a kink it is that of the active piece", () => {
    expect(hvp((x: Scalar) => mul(x, abs(x)))(-2, 1)).toBe(-2);
  });
});
