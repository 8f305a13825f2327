import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  type Vector,
  ShapeError,
  SingularMatrixError,
  at,
  build,
  cos,
  derivative,
  determinant,
  exp,
  gradient,
  hessian,
  jacobian,
  logAbsDeterminant,
  matrix,
  mul,
  neg,
  orientation,
  sin,
  sqrt,
  square,
  sub,
  volume,
} from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
/** The unit sphere by latitude u and longitude v: its area element is cos u. */
const sphere = ([u, v]: Scalars<2>) => [mul(cos(u), cos(v)), mul(cos(u), sin(v)), sin(u)];
const flat = ([x, y, z]: Scalars<3>) => [mul(x, y), z];

describe("a Jacobian that is not square", () => {
  test.each([determinant, logAbsDeterminant, orientation])("has none of these", (verb) => {
    expect(() => verb(sphere)([0.3, 0.4])).toThrow(ShapeError);
    expect(() => verb(sphere)([0.3, 0.4])).toThrow(/got a 3×2 matrix; .* is volume\(f\)\(x\)/);
    expect(() => verb(flat)([1, 2, 3])).toThrow(/got a 2×3 matrix; volume\(f\)\(x\) is for/);
  });

  test("has a volume only if it is tall", () => {
    expect(() => volume(flat)([1, 2, 3])).toThrow(ShapeError);
    expect(() => volume(flat)([1, 2, 3])).toThrow(/at least as many outputs as inputs, got a 2×3/);
  });
});

describe("determinant, orientation", () => {
  test("polar coordinates: the determinant is r", () => {
    expect(determinant(polar)([2, 0.7])).toBeCloseTo(2, 15);
    expect(orientation(polar)([2, 0.7])).toBe(1);
    expect(orientation(polar)([-2, 0.7])).toBe(-1);
    expect(orientation(polar)([0, 0.7])).toBe(0);
    expect(logAbsDeterminant(polar)([-2, 0.7])).toBeCloseTo(Math.log(2), 15);
    expect(() => logAbsDeterminant(polar)([0, 0.7])).toThrow(SingularMatrixError);
  });

  test("where the determinant itself under- or overflows", () => {
    const f = (x: Vector) => build(400, (i) => mul(-0.1, at(x, i)));
    const x = new Float64Array(400).fill(1);
    expect(determinant(f)(x)).toBe(0);
    expect(orientation(f)(x)).toBe(1);
    expect(logAbsDeterminant(f)(x)).toBeCloseTo(400 * Math.log(0.1), 10);
  });

  test("a complex function that is analytic turns and scales: det = |f′|²", () => {
    const f = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];
    expect(determinant(f)([0.5, 20])).toBeCloseTo(Math.exp(1), 13);
  });
});

describe("volume", () => {
  test("the area element of the sphere is cos u", () => {
    expect(volume(sphere)([0.3, 0.4])).toBeCloseTo(Math.cos(0.3), 15);
  });

  test("the speed of a curve: √(1 + 4t²) of a parabola", () => {
    const curve = ([t]: Scalars<1>) => [t, square(t)];
    expect(volume(curve)([1.5])).toBeCloseTo(Math.sqrt(10), 15);
  });

  test("of a square Jacobian it is |det J|", () => {
    expect(volume(polar)([-2, 0.7])).toBeCloseTo(2, 15);
  });

  test("keeps the digits that JᵀJ would lose", () => {
    // Columns (1, ε, 0), (1, 0, ε): the area is ε·√(2 + ε²), and JᵀJ rounds to a singular matrix.
    const f = ([x, y]: Scalars<2>): Scalar[] => {
      const tiny = 1e-9;
      return [sub(x, neg(y)), mul(tiny, x), mul(tiny, y)];
    };
    expect(volume(f)([1, 1]) / (1e-9 * Math.SQRT2)).toBeCloseTo(1, 6);
  });
});

describe("their derivatives, by engines around them", () => {
  test.each(["forward", "reverse"] as const)("gradients, the Jacobian in mode %s", (mode) => {
    const at = [2, 0.7] as const;
    const slope = gradient(([r, t]: Scalars<2>) => determinant(polar, { mode })([r, t]))(at);
    expect(slope[0]).toBeCloseTo(1, 15);
    expect(slope[1]).toBeCloseTo(0, 15);
    const log = gradient(([r, t]: Scalars<2>) => logAbsDeterminant(polar, { mode })([r, t]))(at);
    expect(log[0]).toBeCloseTo(0.5, 15);
    expect(log[1]).toBeCloseTo(0, 15);
    const area = gradient(([u, v]: Scalars<2>) => volume(sphere, { mode })([u, v]))([0.3, 0.4]);
    expect(area[0]).toBeCloseTo(-Math.sin(0.3), 14);
    expect(area[1]).toBeCloseTo(0, 14);
  });

  test("forward: the speed of a curve and its slope; second order", () => {
    const speed = (t: Scalar) => volume(([s]: Scalars<1>) => [s, square(s)])([t]);
    expect(derivative(speed)(1.5)).toBeCloseTo(6 / Math.sqrt(10), 14);
    // (√(1 + 4t²))″ = 4/(1 + 4t²)^1.5
    const H = hessian(([t]: Scalars<1>) => speed(t))([1.5]);
    expect(H.at(0, 0)).toBeCloseTo(4 / 10 ** 1.5, 13);
  });

  test("det of the Jacobian of f, differentiated: a cubic map by hand", () => {
    // f = (x²y, xy²): J = [2xy x²; y² 2xy], det = 3x²y², whose gradient is (6xy², 6x²y).
    const f = ([x, y]: Scalars<2>) => [mul(square(x), y), mul(x, square(y))];
    const slope = gradient(([x, y]: Scalars<2>) => determinant(f)([x, y]))([2, 3]);
    expect(slope[0]).toBeCloseTo(108, 12);
    expect(slope[1]).toBeCloseTo(72, 12);
  });

  test("with respect to a parameter of the map", () => {
    const stretched = ([x, y]: Scalars<2>, a: Scalar) => [mul(a, x), mul(sqrt(a), y)];
    expect(derivative((a: Scalar) => determinant(stretched)([1, 1], a))(4)).toBeCloseTo(3, 14);
  });
});

test("an orientation is a constant of derivatives around it", () => {
  const f = ([x, y]: Scalars<2>) => [mul(x, y), x];
  const signed = ([x, y]: Scalars<2>) => mul(orientation(f)([x, y]), x);
  expect(gradient(signed)([3, 2])).toEqual([-1, 0]);
  expect(jacobian(f)([3, 2])).toEqual(
    matrix([
      [2, 3],
      [1, 0],
    ]),
  );
});
