import { DomainError, type Vector, clamp, div, max, mul, norm2, value } from "@jacobian/core";
import { checkedPositive } from "./checked.ts";
import { type Proximable, proximable } from "./proximable.ts";
import { ontoSimplex } from "./simplex.ts";

/** How far outside, relative to the size of the set or of its bound, still counts as inside: projections round. */
const rounding = 1e-12;

/** How far x is above a bound, relative to that. */
const beyond = (x: number, bound: number): number =>
  x <= bound ? 0 : (x - bound) / Math.abs(bound);

/** 0 inside, ∞ outside. */
const indicator = (
  name: string,
  project: (x: Vector) => Vector,
  outside: (x: Float64Array) => number,
): Proximable =>
  proximable({
    name,
    // The value of a vector is one.
    value: (x) => (outside(value(x) as Float64Array) <= rounding ? 0 : Infinity),
    prox: project,
    lipschitz: () => Infinity,
  });

/**
 * The box low ≤ xᵢ ≤ high; either bound may be infinite.
 * @throws DomainError unless low ≤ high, with a number between them.
 * @example
 * box(0, 1).prox(Float64Array.of(3, -2, 0.5), 1); // Float64Array(3) [ 1, 0, 0.5 ]
 */
export const box = (low: number, high: number): Proximable => {
  if (!(low <= high && low < Infinity && high > -Infinity)) {
    throw new DomainError(
      `box: expected low ≤ high, got [${low}, ${high}]; pass the lower bound first`,
    );
  }
  return indicator(
    "box",
    (x) => clamp(x, low, high),
    (x) => x.reduce((far, entry) => Math.max(far, beyond(-entry, -low), beyond(entry, high)), 0),
  );
};

/**
 * The ball |x| ≤ radius.
 * @throws DomainError unless the radius is above 0.
 * @example
 * ball(5).prox(Float64Array.of(6, 8), 1); // Float64Array(2) [ 3, 4 ]
 */
export const ball = (radius: number): Proximable => {
  checkedPositive("ball", "radius", radius);
  return indicator(
    "ball",
    (x) => mul(div(radius, max(norm2(x), radius)), x),
    (x) => norm2(x) / radius - 1,
  );
};

/**
 * The simplex {x ≥ 0, Σ xᵢ = total}.
 * @throws DomainError unless the total is above 0.
 * @see Held, Wolfe & Crowder, Validation of subgradient optimization, 1974
 * @example
 * simplex().prox(Float64Array.of(1, 0.5), 1); // Float64Array(2) [ 0.75, 0.25 ]
 */
export const simplex = (total = 1): Proximable => {
  checkedPositive("simplex", "total", total);
  return indicator(
    "simplex",
    (x) => ontoSimplex(x, total),
    (x) => {
      const sum = x.reduce((s, entry) => s + entry, 0);
      return x.reduce((far, entry) => Math.max(far, -entry), Math.abs(sum - total)) / total;
    },
  );
};
