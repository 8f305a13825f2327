import {
  type Shape,
  type Value,
  DomainError,
  ShapeError,
  describeShape,
  sameShape,
  shapeOf,
} from "@jacobian/core";
import { add, exp, mul, neg, sub } from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { coordinatesOf, joined, listOf } from "../bijector/coordinates.ts";
import { overCoordinates } from "../bijector/points.ts";

/** How coordinates are scaled, by e^logScale, and then shifted. */
export interface ScaleAndShift {
  readonly logScale: Value;
  readonly shift: Value;
}

/** What a coupling is made of. */
export interface CouplingParameters {
  /** For each coordinate whether it is kept; the others are scaled and shifted. */
  readonly mask: readonly boolean[];
  /**
   * Scales and shifts of the other coordinates from those that are kept: k coordinates of one point, a vector,
   * or of N, a k×N matrix, give d − k coordinates of as many points. Any function written with primitives.
   */
  readonly network: (kept: Value) => ScaleAndShift;
}

/** The coordinates that are kept, those that are moved, and where each is among them. */
const partsOf = (mask: readonly boolean[]) => {
  const all = Array.from(mask, (_, i) => i);
  const kept = all.filter((i) => mask[i] === true);
  const moved = all.filter((i) => mask[i] !== true);
  if (kept.length === 0 || moved.length === 0) {
    throw new DomainError(
      `coupling: expected a mask that keeps some coordinates and not all, got [${mask.join(", ")}]; write [true, false] in the plane`,
    );
  }
  const order = [...kept, ...moved];
  return { kept, moved, places: all.map((i) => order.indexOf(i)) };
};

/** @throws ShapeError for what does not fit the coordinates that are moved. */
const checked = ({ logScale, shift }: ScaleAndShift, shape: Shape): ScaleAndShift => {
  for (const [name, x] of Object.entries({ logScale, shift })) {
    if (sameShape(shapeOf(x), shape)) continue;
    throw new ShapeError(
      `coupling: expected a network that gives a ${name} of ${describeShape(shape)}, got ${describeShape(shapeOf(x))}; give one entry for each coordinate that the mask does not keep`,
    );
  }
  return { logScale, shift };
};

/**
 * The affine coupling of RealNVP (Dinh, Sohl-Dickstein & Bengio 2017): some coordinates are kept, and the others
 * become z·e^s + t, where s and t are any functions of those that are kept. The Jacobian is triangular up
 * to the order of coordinates, so log |det J| = Σ s; the inverse asks the network again and inverts nothing of it.
 * @throws DomainError for a mask that keeps all coordinates or none; ShapeError, when it is used, for a
 * network whose results do not fit.
 * @example
 * const shear = coupling({ mask: [true, false], network: (x) => ({ logScale: x, shift: square(x) }) });
 * shear.forward(Float64Array.of(0, 3)); // Float64Array(2) [ 0, 3 ]
 * shear.logAbsDet(Float64Array.of(2, 3)); // 2
 */
export const coupling = ({ mask, network }: CouplingParameters): Bijector => {
  const { kept, moved, places } = partsOf(listOf("coupling", mask, "a mask"));
  const step = (x: Value, move: (part: Value, by: ScaleAndShift) => Value) => {
    const [still, part] = [coordinatesOf(x, kept), coordinatesOf(x, moved)];
    const by = checked(network(still), shapeOf(part));
    const value = coordinatesOf(joined([still, move(part, by)], shapeOf(x)), places);
    return { value, logScale: by.logScale };
  };
  return bijector("coupling", {
    size: mask.length,
    forward: (z) => {
      const { value, logScale } = step(z, (part, by) => add(mul(part, exp(by.logScale)), by.shift));
      return { value, logAbsDet: () => overCoordinates(logScale) };
    },
    inverse: (x) => {
      const { value, logScale } = step(x, (part, by) =>
        mul(sub(part, by.shift), exp(neg(by.logScale))),
      );
      return { value, logAbsDet: () => neg(overCoordinates(logScale)) };
    },
  });
};
