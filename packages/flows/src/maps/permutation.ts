import { DomainError } from "@jacobian/core";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { coordinatesOf, listOf } from "../bijector/coordinates.ts";

/** @throws DomainError unless each coordinate is named once. */
const inverseOf = (order: readonly number[]): number[] => {
  const inverse = order.map((_, i) => order.indexOf(i));
  if (!inverse.includes(-1)) return inverse;
  throw new DomainError(
    `permutation: expected each of 0 to ${order.length - 1} once, got [${order.join(", ")}]; say for each coordinate which one takes its place`,
  );
};

/**
 * xᵢ = z of order[i]: coordinates change places; volume stays, log |det J| = 0.
 * @throws DomainError unless `order` is a list that names each coordinate once.
 * @example
 * permutation([2, 0, 1]).forward(Float64Array.of(5, 6, 7)); // Float64Array(3) [ 7, 5, 6 ]
 */
export const permutation = (order: readonly number[]): Bijector => {
  const from = listOf("permutation", order, "an order");
  const inverse = inverseOf(from);
  return bijector("permutation", {
    size: from.length,
    forward: (z) => ({ value: coordinatesOf(z, from), logAbsDet: () => 0 }),
    inverse: (x) => ({ value: coordinatesOf(x, inverse), logAbsDet: () => 0 }),
  });
};
