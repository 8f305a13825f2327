import { DomainError, ShapeError, describe, sameStructure, unflatten } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";
import { numbersOf } from "../containers.ts";
import { byValue } from "./by-value.ts";
import { type Ball, certified } from "./certificate.ts";
import { flat, largest, moved, systemOf } from "./system.ts";

export const name = "localInverse";

/** A function whose types the door has checked. */
export type AnyFunction = (x: unknown, ...constants: readonly unknown[]) => unknown;

/** f around x₀, by value. */
export const around = (f: AnyFunction, x0: unknown, constants: readonly unknown[], ball: Ball) => {
  const [center, fixed] = [byValue(x0), byValue(constants)];
  const g = flat(name, (x) => f(x, ...fixed), center);
  const system = systemOf(name, g);
  const start = numbersOf(name, center).slice();
  const image = system.image(start);
  if (image.length !== start.length) {
    throw new ShapeError(
      `${name}: expected as many outputs as inputs, got ${image.length} for ${start.length}; a map between spaces of different dimensions has no inverse, solve for some of its inputs by implicit`,
    );
  }
  const value = byValue(f(unflatten(name, center, start), ...fixed));
  // The derivative of log is finite at −1, where log is not.
  if (!image.every(Number.isFinite)) {
    throw new DomainError(
      `${name}: expected a finite value at x0, got ${describe(value)}; choose a point inside the domain of the function`,
    );
  }
  const { inverse, ...known } = certified(name, g, start, system.slopes(start), ball);
  return { center, system, start, image, value, inverse, known };
};

export type Around = ReturnType<typeof around>;

/** @throws ShapeError unless y has the structure of f(x₀). */
export const targetOf = ({ value }: Around, y: unknown): Float64Array => {
  const target = sameStructure(name, value, byValue(y), "give y the structure of f(x0)");
  return numbersOf(name, target).slice();
};

/** What the theorem says of a solution, rounding of x set aside. */
export const promised = (
  { start, image, known }: Around,
  target: Float64Array,
  x: Float64Array,
) => {
  const { radius, domainRadius, rigorous } = known;
  const withinRadius = largest(moved(target, -1, image)) <= radius;
  const slack = 8 * Number.EPSILON * (largest(start) + domainRadius);
  // A solution elsewhere refutes the L that was given.
  const isInside = largest(moved(x, -1, start)) <= domainRadius + slack;
  return { withinRadius, guaranteed: rigorous && withinRadius && isInside };
};

/** The part of its error that a step of the contraction leaves: βLt on the ball of radius t in which it stays. */
export const factorOf = ({ image, inverse, known }: Around, target: Float64Array): number => {
  const { inverseNorm: beta, lipschitz: L, radius } = known;
  const eta = largest(matmul(inverse, moved(target, -1, image)));
  // On the edge, up to rounding, the factor is 1.
  if (!(eta <= beta * radius * (1 + 4 * Number.EPSILON))) return NaN;
  return (2 * beta * L * eta) / (1 + Math.sqrt(Math.max(0, 1 - 2 * beta * L * eta)));
};
