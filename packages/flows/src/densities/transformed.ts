import { ShapeError } from "@jacobian/core";
import { add } from "jacobian";
import type { Bijector } from "../bijector/bijector.ts";
import { distribution, type Distribution } from "./distribution.ts";

/**
 * The distribution of x = f(z), where z is distributed as `base` says: by the change of variables
 * log p(x) = log p(z) + log |det J| of the inverse, where z is the inverse of x. A flow is a function that makes this
 * of its parameters; they may be elements of a derivative, and so `gradient` of a likelihood is a gradient in them.
 * @throws ShapeError unless points of the base are points of the map; DomainError, from `logDensity`, where a map
 * has no such value.
 * @example
 * const lognormal = transformed(standardNormal(1), expMap);
 * lognormal.density(Float64Array.of(1)); // 0.3989422804014327
 */
export const transformed = (base: Distribution, map: Bijector): Distribution => {
  const { size } = base;
  if (map.size !== undefined && map.size !== size) {
    throw new ShapeError(
      `transformed: expected a map of ${size} coordinates, as ${base.name} has, got ${map.name} of ${map.size}; give both the same size`,
    );
  }
  return distribution(`${base.name} through ${map.name}`, {
    size,
    logDensity: (x) => {
      const { value, logAbsDet } = map.inverseAndLogAbsDet(x);
      return add(base.logDensity(value), logAbsDet);
    },
    sample: (count, options) => map.forward(base.sample(count, options)),
  });
};
