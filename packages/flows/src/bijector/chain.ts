import { type Value, ShapeError } from "@jacobian/core";
import { add } from "jacobian";
import { bijector, type Bijector, type MeasuredMap, type MeasuredValue } from "./bijector.ts";
import type { Points } from "./points.ts";

/** @throws ShapeError if two of the maps are of different sizes. */
const commonSize = (maps: readonly Bijector[]): number | undefined => {
  const sized = maps.filter(({ size }) => size !== undefined);
  const [first] = sized;
  const other = sized.find(({ size }) => size !== first?.size);
  if (first === undefined || other === undefined) return first?.size;
  throw new ShapeError(
    `chain: expected maps of one size, got ${first.name} of ${first.size ?? NaN} and ${other.name} of ${other.size ?? NaN} coordinates; a bijector keeps the number of coordinates`,
  );
};

/** Through one map after the other; logarithms of volume factors add up. */
const through = (maps: readonly MeasuredMap[], start: Points): MeasuredValue => {
  let points = start;
  const images = maps.map((map) => {
    const image = map(points);
    points = image.value;
    return image;
  });
  const total = () => images.reduce<Value>((sofar, { logAbsDet }) => add(sofar, logAbsDet), 0);
  return { value: points, logAbsDet: total };
};

/**
 * One bijector after the other, the first first: chain(f, g).forward(z) = g.forward(f.forward(z)). By the chain
 * rule the Jacobians are multiplied, so the logarithms of their determinants are added.
 * @throws ShapeError if two of them are of different sizes.
 * @example
 * const lognormal = chain(affineMap({ scale: 0.5 }), expMap);
 * lognormal.forward(Float64Array.of(0)); // Float64Array(1) [ 1 ]
 * lognormal.logAbsDet(Float64Array.of(0)); // -0.6931471805599453
 */
export const chain = (...maps: readonly Bijector[]): Bijector => {
  const there = maps.map(({ forwardAndLogAbsDet }) => forwardAndLogAbsDet);
  const back = maps.map(({ inverseAndLogAbsDet }) => inverseAndLogAbsDet).reverse();
  return bijector("chain", {
    size: commonSize(maps),
    forward: (z) => through(there, z),
    inverse: (x) => through(back, x),
  });
};
