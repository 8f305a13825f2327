import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  cos,
  exp,
  gradient,
  hessian,
  integrate,
  changeOfVariables,
  jvp,
  mul,
  neg,
  sin,
  square,
  sub,
  tanh,
} from "../index.ts";
import { polar, spherical, whole } from "../../test-support/integrals.ts";

const { PI } = Math;
const one = () => 1;

describe("integrate", () => {
  const bell = (b: Scalar) => integrate((x) => exp(neg(mul(b, square(x)))), [-Infinity, Infinity]);

  test("of the integrand: √(π/b), forward and in reverse", () => {
    const exact = -0.5 * Math.sqrt(Math.PI) * 2 ** -1.5;
    const { value, tangent } = jvp((b: Scalar) => bell(b).value)(2, 1);
    expect(value).toBeCloseTo(Math.sqrt(Math.PI / 2), 13);
    expect(tangent).toBeCloseTo(exact, 10);
    expect(gradient((b: Scalar) => bell(b).value)(2)).toBeCloseTo(exact, 10);
  });

  test("second order: ∫₀¹ x² eᵇˣ dx", () => {
    const moment = integrate((x) => mul(square(x), exp(mul(0.7, x))), [0, 1]).value;
    const H = hessian(([b]) => integrate((x) => exp(mul(b, x)), [0, 1]).value)([0.7]);
    expect(H.toJSON()[0]?.[0]).toBeCloseTo(moment, 13);
  });

  test("of bounds: the integrand there (Leibniz)", () => {
    const area = ([a, b]: Scalars<2>) => integrate((x) => tanh(x), [a, b]).value;
    const [da, db] = gradient(area)([0.5, 2]);
    expect(da).toBeCloseTo(-Math.tanh(0.5), 10);
    expect(db).toBeCloseTo(Math.tanh(2), 10);
    const tail = ([a, b]: Scalars<2>) => integrate((x) => exp(neg(mul(b, x))), [a, Infinity]).value;
    const [ta, tb] = gradient(tail)([1, 2]);
    expect(ta).toBeCloseTo(-Math.exp(-2), 10);
    expect(tb).toBeCloseTo(-0.75 * Math.exp(-2), 10);
  });

  test("of a bound that depends on a variable and a parameter: ∫₀¹ ∫₀^{cx} y dy dx = c²/6", () => {
    const f = (c: Scalar) =>
      integrate(
        ([, y]) => y,
        [
          [0, 1],
          [0, ([x]) => mul(c, x)],
        ],
      ).value;
    expect(gradient(f)(3)).toBeCloseTo(1, 13);
  });
});

describe("changeOfVariables", () => {
  const area = ([a, b]: Scalars<2>) =>
    changeOfVariables(one, ([r, t]) => [mul(a, mul(r, cos(t))), mul(b, mul(r, sin(t)))], [
      [0, 1],
      whole,
    ]).value;

  test("of the map: the area of an ellipse by its half axes", () => {
    const [da, db] = gradient(area)([3, 2]);
    expect(da).toBeCloseTo(2 * PI, 12);
    expect(db).toBeCloseTo(3 * PI, 12);
    expect(jvp(area)([3, 2], [1, 1]).tangent).toBeCloseTo(5 * PI, 12);
  });

  test("of the region and a tall map: a spherical cap, 2πR²(1 − cos u)", () => {
    const cap = ([R, u]: Scalars<2>) =>
      changeOfVariables(one, ([a, v]) => spherical([R, a, v]), [[0, u], whole]).value;
    const [dR, du] = gradient(cap)([2, 1]);
    expect(dR).toBeCloseTo(8 * PI * (1 - Math.cos(1)), 9);
    expect(du).toBeCloseTo(8 * PI * Math.sin(1), 9);
  });

  test("of the integrand: a moment by the place it is taken about", () => {
    const moment = (c: Scalar) =>
      changeOfVariables(([x]) => square(sub(x, c)), polar, [[0, 1], whole]).value;
    expect(gradient(moment)(0.5)).toBeCloseTo(PI, 12);
  });
});
