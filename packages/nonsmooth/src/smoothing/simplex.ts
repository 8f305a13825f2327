import { type Vector, amax, div, gather, relu, sub, sum, value } from "@jacobian/core";

/** The indices of the entries that stay above 0, the largest first. */
const support = (x: Float64Array, total: number): number[] => {
  const order = [...x.keys()].sort((a, b) => x[b]! - x[a]!);
  let rest = -total;
  const last = order.findIndex((index, k) => {
    const excess = rest + x[index]! - (k + 1) * x[index]!;
    rest += x[index]!;
    return excess >= 0;
  });
  return last < 0 ? order : order.slice(0, last);
};

/**
 * relu(x − τ), with τ such that the entries have this sum: the nearest point of {y ≥ 0, Σ yᵢ = total}. What is added to all
 * entries does not count, so the largest is taken from them, in which the total might be lost.
 * @see Held, Wolfe & Crowder, Validation of subgradient optimization, 1974
 */
export const ontoSimplex = (x: Vector, total: number): Vector => {
  // The value of a vector is one.
  const largest = amax(value(x) as Float64Array);
  const y = sub(x, largest);
  const active = support(value(y) as Float64Array, total);
  return relu(sub(y, div(sub(sum(gather(y, active)), total), active.length)));
};
