import { type Vector, add, fold, mul, slice, vector } from "@jacobian/core";

/** y₀′ = x₀, yᵢ′ = xᵢ·yᵢ₋₁. */
const slope = (x: Vector, y: Vector): Vector => mul(x, vector([1, slice(y, 0, x.length - 1)]));

/** y(2) for that equation with y(0) = 0, by so many steps of Runge and Kutta's method (cmpad, an_ode). */
export const ode = (x: Vector, steps: number): Vector => {
  const h = 2 / steps;
  return fold<Vector>(steps, new Float64Array(x.length), (y) => {
    const k1 = slope(x, y);
    const k2 = slope(x, add(y, mul(h / 2, k1)));
    const k3 = slope(x, add(y, mul(h / 2, k2)));
    const k4 = slope(x, add(y, mul(h, k3)));
    return add(y, mul(h / 6, add(add(k1, k4), mul(2, add(k2, k3)))));
  });
};
