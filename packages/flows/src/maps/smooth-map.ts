import { type Value, shapeOf } from "@jacobian/core";
import {
  type MatrixValue,
  type Vector,
  column,
  jacobian,
  logAbsDet,
  neg,
  transpose,
} from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { joined } from "../bijector/coordinates.ts";
import { checkedSize, type Points } from "../bijector/points.ts";

/** A map of one point, and its inverse. */
export interface SmoothMapParameters {
  /** How many coordinates its points have. */
  readonly size: number;
  readonly forward: (z: Vector) => Vector;
  readonly inverse: (x: Vector) => Vector;
}

/** One number or point for each point, laid end to end: a row each. */
const pointwise =
  (f: (x: Vector) => Value, rowOf: readonly number[]) =>
  (points: Points): Value => {
    const n = shapeOf(points)[1];
    // Without a second length it is one point, and otherwise many.
    if (n === undefined) return f(points as Vector);
    const results = Array.from({ length: n }, (_, j) => f(column(points as MatrixValue, j)));
    return joined(results, [n, ...rowOf]);
  };

/** Rows of images, as columns. */
const mapped = (f: (x: Vector) => Vector, size: number) => {
  const rows = pointwise(f, [size]);
  return (x: Points): Value => (shapeOf(x).length === 1 ? rows(x) : transpose(rows(x)));
};

/**
 * Any smooth map with a smooth inverse, where no structure is known: log |det J| comes from the LU factors of the
 * whole Jacobian, d derivatives and of the order of d³ operations for each point. That the two maps are
 * inverse to each other, and one-to-one where points will be, is the caller's to know; it is not verified.
 * @throws DomainError unless the size is a whole number ≥ 1; SingularMatrixError, when it is used, where the determinant is 0; ShapeError for results that do not fit.
 * @example
 * const polar = smoothMap({
 *   size: 2,
 *   forward: (z) => vector([mul(at(z, 0), cos(at(z, 1))), mul(at(z, 0), sin(at(z, 1)))]),
 *   inverse: (x) => vector([hypot(at(x, 0), at(x, 1)), atan2(at(x, 1), at(x, 0))]),
 * });
 * polar.logAbsDet(Float64Array.of(2, 0.7)); // 0.6931471805599454
 */
export const smoothMap = (parameters: SmoothMapParameters): Bijector => {
  const { forward, inverse } = parameters;
  const size = checkedSize("smoothMap", parameters.size);
  const volume = pointwise((z) => logAbsDet(jacobian(forward)(z)).logAbsDet, []);
  const [there, back] = [mapped(forward, size), mapped(inverse, size)];
  return bijector("smoothMap", {
    size,
    forward: (z) => ({ value: there(z), logAbsDet: () => volume(z) }),
    inverse: (x) => {
      // As many numbers as in x: the door checks it.
      const z = back(x) as Points;
      return { value: z, logAbsDet: () => neg(volume(z)) };
    },
  });
};
