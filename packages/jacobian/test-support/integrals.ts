import { expect } from "vitest";
import { type Integral, type Scalars, add, cos, exp, mul, sin } from "../src/index.ts";

export const whole = [0, 2 * Math.PI] as const;

export const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
export const spherical = ([r, u, v]: Scalars<3>) => [
  mul(r, mul(sin(u), cos(v))),
  mul(r, mul(sin(u), sin(v))),
  mul(r, cos(u)),
];
/** A torus of radii 3 and r. */
export const torus = ([r, u, v]: Scalars<3>) => {
  const distance = add(3, mul(r, cos(v)));
  return [mul(distance, cos(u)), mul(distance, sin(u)), mul(r, sin(v))];
};
export const around = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];

/** Within a bound (a part of the exact integral) and within its own error. */
export const within = (
  { value, error, converged }: Integral,
  exact: number,
  bound = 1e-10,
): void => {
  expect(Math.abs(value - exact)).toBeLessThanOrEqual(bound * Math.abs(exact));
  expect(Math.abs(value - exact)).toBeLessThanOrEqual(error);
  expect(converged).toBe(true);
};
