import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  add,
  cos,
  cosh,
  exp,
  integrate,
  changeOfVariables,
  mul,
  neg,
  pow,
  sin,
  sinh,
  sqrt,
  square,
} from "../index.ts";
import { polar, spherical, torus, whole, within } from "../../test-support/integrals.ts";

const { PI } = Math;
const one = () => 1;

describe("areas and volumes", () => {
  test("the disc: π", () => within(changeOfVariables(one, polar, [[0, 1], whole]), PI));

  test("the ellipse: π·a·b", () => {
    const ellipse = ([r, t]: Scalars<2>) => [mul(3, mul(r, cos(t))), mul(2, mul(r, sin(t)))];
    within(changeOfVariables(one, ellipse, [[0, 1], whole]), 6 * PI);
  });

  test("the ball: 4π/3", () => {
    within(changeOfVariables(one, spherical, [[0, 1], [0, PI], whole]), (4 * PI) / 3);
  });

  test("the ball in four dimensions: π²/2", { timeout: 60_000 }, () => {
    const hyper = ([r, u, v, w]: Scalars<4>) => {
      const [x, y, z] = spherical([mul(r, sin(u)), v, w]);
      return [mul(r, cos(u)), x!, y!, z!];
    };
    const region = [[0, 1], [0, PI], [0, PI], whole] as const;
    // The estimate is cautious: a tenth of the work for the same digits.
    const { value, error } = changeOfVariables(one, hyper, region, { tolerance: 1e-7 });
    expect(Math.abs(value - PI ** 2 / 2)).toBeLessThan(1e-10);
    expect(error).toBeLessThan(1e-6);
  });

  test("the solid torus: 2π²·R·r²", () => {
    within(changeOfVariables(one, torus, [[0, 1], whole, whole]), 6 * PI ** 2);
  });

  test("the disc again, as the image of the whole plane", () => {
    // (x, y) ↦ (x, y)/√(1 + x² + y²) maps the plane to the disc.
    const plane = ([x, y]: Scalars<2>) => {
      const length = sqrt(add(1, add(square(x), square(y))));
      return [mul(x, pow(length, -1)), mul(y, pow(length, -1))];
    };
    const line = [-Infinity, Infinity] as const;
    const { value } = changeOfVariables(one, plane, [line, line], { tolerance: 1e-6 });
    expect(Math.abs(value - PI)).toBeLessThan(1e-6);
  });

  test("∫∫ e^(−r²) = π, by polar coordinates and without", () => {
    const bell = ([x, y]: Scalars<2>) => exp(neg(add(square(x), square(y))));
    within(changeOfVariables(bell, polar, [[0, Infinity], whole]), PI);
    const line = [-Infinity, Infinity] as const;
    const direct = integrate(bell, [line, line], { tolerance: 1e-6 });
    expect(Math.abs(direct.value - PI)).toBeLessThan(1e-6);
  });

  test("the centroid of a half disc: ∫ y = 2/3", () => {
    within(
      changeOfVariables(([, y]) => y, polar, [
        [0, 1],
        [0, PI],
      ]),
      2 / 3,
    );
  });

  test("bounds that depend on a variable: a cardioid, 3π/2", () => {
    const cardioid = [
      [0, 2 * PI],
      [0, ([t]: Scalars) => add(1, cos(t))],
    ] as const;
    const turned = ([t, r]: Scalars<2>) => polar([r, t]);
    const { value, orientation } = changeOfVariables(one, turned, cardioid);
    expect(Math.abs(value - 1.5 * PI)).toBeLessThan(1e-10);
    expect(orientation).toBe(-1);
  });
});

describe("tall maps: √det JᵀJ", () => {
  test("the surface of the torus: 4π²·R·r", () => {
    const result = changeOfVariables(one, ([u, v]) => torus([1, u, v]), [whole, whole]);
    within(result, 12 * PI ** 2);
    expect(result.orientation).toBeUndefined();
  });

  test("the sphere: 4π, and its mean square height: 1/3", () => {
    const sphere = ([u, v]: Scalars<2>) => spherical([1, u, v]);
    within(changeOfVariables(one, sphere, [[0, PI], whole]), 4 * PI);
    within(
      changeOfVariables(([, , z]: Scalars<3>) => square(z), sphere, [[0, PI], whole]),
      (4 * PI) / 3,
    );
  });

  test("the paraboloid z = r² over the unit disc: π(5√5 − 1)/6", () => {
    const paraboloid = ([r, t]: Scalars<2>) => [...polar([r, t]), square(r)];
    within(changeOfVariables(one, paraboloid, [[0, 1], whole]), (PI / 6) * (5 * Math.sqrt(5) - 1));
  });

  test("lengths: a circle, a catenary, a helix in four dimensions", () => {
    within(
      changeOfVariables(one, (t) => [cos(t), sin(t)], whole),
      2 * PI,
    );
    within(
      changeOfVariables(one, (t) => [t, cosh(t)], [0, 1]),
      Math.sinh(1),
    );
    const helix = (t: Scalar) => [cos(t), sin(t), mul(3, t), sinh(0)];
    within(changeOfVariables(one, helix, whole), 2 * PI * Math.sqrt(10));
  });

  test("a 2-dimensional torus in R⁴: (2π)²", () => {
    const flat = ([u, v]: Scalars<2>) => [cos(u), sin(u), cos(v), sin(v)];
    within(changeOfVariables(one, flat, [whole, whole]), 4 * PI ** 2);
  });
});
