import {
  type Shape,
  type Value,
  ShapeError,
  describeShape,
  sameShape,
  shapeOf,
} from "@jacobian/core";
import { add, at, exp, mul, neg, row, sub, type MatrixValue, type Vector } from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { joined } from "../bijector/coordinates.ts";
import { checkedSize, perPointShape } from "../bijector/points.ts";
import type { ScaleAndShift } from "./coupling.ts";

/** What an autoregressive map is made of. */
export interface AutoregressiveParameters {
  /** How many coordinates its points have. */
  readonly size: number;
  /**
   * Scale and shift of coordinate i from those of z before it: a vector of i for one point, which gives two
   * scalars, or an i×N matrix, which gives two vectors of N. What does not depend on z may be a scalar.
   */
  readonly conditioner: (before: Value, i: number) => ScaleAndShift;
}

/** @throws ShapeError unless there is a scalar, or a number for each point. */
const checked = (by: ScaleAndShift, shape: Shape): ScaleAndShift => {
  for (const name of ["logScale", "shift"] as const) {
    const got = shapeOf(by[name]);
    if (got.length === 0 || sameShape(got, shape)) continue;
    throw new ShapeError(
      `autoregressive: expected a conditioner that gives a ${name} of ${describeShape(shape)}, got ${describeShape(got)}; give a number for each point`,
    );
  }
  return by;
};

const coordinate = (x: Value, i: number): Value =>
  // The shape says which of the two it is.
  shapeOf(x).length === 1 ? at(x as Vector, i) : row(x as MatrixValue, i);

/**
 * xᵢ = zᵢ·e^sᵢ + tᵢ, where sᵢ and tᵢ are functions of z₀ … zᵢ₋₁ (Kingma et al. 2016; turned round by `invert`,
 * Papamakarios, Pavlakou & Murray 2017). The Jacobian is triangular: log |det J| = Σ sᵢ. The inverse
 * finds one coordinate after the other.
 * @throws DomainError unless the size is a whole number ≥ 1; ShapeError, when it is used, for a conditioner whose results do not fit.
 * @example
 * const map = autoregressive({
 *   size: 2,
 *   conditioner: (before, i) => ({ logScale: 0, shift: i === 0 ? 1 : sum(square(before)) }),
 * });
 * map.forward(Float64Array.of(2, 3)); // Float64Array(2) [ 3, 7 ]
 */
export const autoregressive = (parameters: AutoregressiveParameters): Bijector => {
  const { conditioner } = parameters;
  const size = checkedSize("autoregressive", parameters.size);
  const moving = (found: readonly Value[], x: Value): ScaleAndShift => {
    const points = perPointShape(shapeOf(x));
    const i = found.length;
    return checked(conditioner(joined(found, [i, ...points]), i), points);
  };
  const total = (parts: readonly Value[]) => parts.reduce((a, b) => add(a, b), 0);
  return bijector("autoregressive", {
    size,
    forward: (z) => {
      const coordinates = Array.from({ length: size }, (_, i) => coordinate(z, i));
      const by = coordinates.map((_, i) => moving(coordinates.slice(0, i), z));
      const moved = coordinates.map((zi, i) => add(mul(zi, exp(by[i]!.logScale)), by[i]!.shift));
      const scales = by.map(({ logScale }) => logScale);
      return { value: joined(moved, shapeOf(z)), logAbsDet: () => total(scales) };
    },
    inverse: (x) => {
      const [found, scales]: [Value[], Value[]] = [[], []];
      for (let i = 0; i < size; i++) {
        const { logScale, shift } = moving(found.slice(), x);
        found.push(mul(sub(coordinate(x, i), shift), exp(neg(logScale))));
        scales.push(logScale);
      }
      return { value: joined(found, shapeOf(x)), logAbsDet: () => neg(total(scales)) };
    },
  });
};
