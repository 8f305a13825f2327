import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  type Vector,
  ShapeError,
  add,
  at,
  curl,
  derivative,
  divergence,
  exp,
  gradient,
  hessian,
  jacobian,
  laplacian,
  log,
  mul,
  neg,
  sin,
  square,
  sub,
  sumOver,
  vector,
} from "./index.ts";

const two = ([x, y, z]: Scalars<3>) => [mul(x, y), z];

describe("fields that are none", () => {
  test("a divergence of two outputs of three inputs", () => {
    expect(() => divergence(two)([1, 2, 3])).toThrow(ShapeError);
    expect(() => divergence(two)([1, 2, 3])).toThrow(/one component for each coordinate/);
  });

  test("a curl beyond three dimensions, or of a map between two and three", () => {
    const four = ([x, y, z, w]: Scalars<4>) => [y, x, w, z];
    expect(() => curl(four)([1, 2, 3, 4])).toThrow(/in the plane or in space, got a 4×4/);
    expect(() => curl(two)([1, 2, 3])).toThrow(ShapeError);
  });

  test("a Laplacian of several outputs", () => {
    // @ts-expect-error the output is a list of two
    expect(() => laplacian(two)([1, 2, 3])).toThrow(/one scalar output/);
  });
});

describe("divergence and curl", () => {
  const field = ([x, y, z]: Scalars<3>) => [mul(x, square(y)), sin(mul(x, z)), mul(y, exp(z))];

  test("by hand", () => {
    // div = y² + 0 + y·e^z; curl = (e^z − x·cos xz, 0 − 0, z·cos xz − 2xy).
    const [x, y, z] = [2, 3, 0.5];
    expect(divergence(field)([x, y, z])).toBeCloseTo(9 + 3 * Math.exp(0.5), 13);
    const [a, b, c] = curl(field)([x, y, z]);
    expect(a).toBeCloseTo(Math.exp(z) - x * Math.cos(1), 14);
    expect(b).toBe(0);
    expect(c).toBeCloseTo(z * Math.cos(1) - 2 * x * y, 13);
  });

  test("a curl keeps the container of x", () => {
    const spin = (x: Vector) => vector([neg(at(x, 1)), at(x, 0), mul(0, at(x, 2))]);
    expect(curl(spin)(Float64Array.of(1, 2, 3))).toEqual(Float64Array.of(0, 0, 2));
  });

  test("curl grad f = 0 and div curl F = 0, by nesting", () => {
    const f = ([x, y, z]: Scalars<3>) => mul(sin(mul(x, y)), exp(mul(y, z)));
    const slope = ([x, y, z]: Scalars<3>) => gradient(f)([x, y, z]);
    for (const entry of curl(slope)([0.3, 0.7, -0.2])) expect(entry).toBeCloseTo(0, 15);
    const spin = ([x, y, z]: Scalars<3>) => curl(field)([x, y, z]);
    expect(divergence(spin)([2, 3, 0.5])).toBeCloseTo(0, 13);
  });
});

describe("laplacian", () => {
  test("harmonic functions: log r in the plane", () => {
    const f = ([x, y]: Scalars<2>) => mul(0.5, log(add(square(x), square(y))));
    expect(laplacian(f)([0.3, -1.2])).toBeCloseTo(0, 14);
  });

  test("∇²‖x‖² = 2n, of a vector", () => {
    const f = (x: Vector) => sumOver(40, (i) => square(at(x, i)));
    expect(laplacian(f)(new Float64Array(40).fill(0.3))).toBe(80);
  });

  test("is the divergence of the gradient", () => {
    const f = ([x, y]: Scalars<2>) => mul(sin(mul(x, y)), exp(sub(x, y)));
    const slope = ([x, y]: Scalars<2>) => gradient(f)([x, y]);
    expect(laplacian(f)([0.3, 0.7])).toBeCloseTo(divergence(slope)([0.3, 0.7]), 13);
  });
});

describe("third derivatives, by nesting", () => {
  const f = ([x, y]: Scalars<2>) => mul(mul(x, square(x)), exp(y));

  test("the derivative of a Hessian along a line", () => {
    // ∂/∂x of [6x·e^y 3x²·e^y; 3x²·e^y x³·e^y]
    const along = (t: Scalar) => hessian(f)([t, 0]);
    expect(derivative(along)(2).toJSON()).toEqual([
      [6, 12],
      [12, 12],
    ]);
  });

  test("the Jacobian of a Hessian, in either mode: T_ijk in 4×2", () => {
    const H = ([x, y]: Scalars<2>) => hessian(f)([x, y]);
    for (const mode of ["forward", "reverse"] as const) {
      expect(jacobian(H, { mode })([2, 0]).toJSON()).toEqual([
        [6, 12],
        [12, 12],
        [12, 12],
        [12, 8],
      ]);
    }
  });

  test("the gradient of a Laplacian", () => {
    // ∇²f = (6x + x³)·e^y
    const slope = gradient(([x, y]: Scalars<2>) => laplacian(f)([x, y]))([2, 0]);
    expect(slope[0]).toBeCloseTo(18, 13);
    expect(slope[1]).toBeCloseTo(20, 13);
  });
});
