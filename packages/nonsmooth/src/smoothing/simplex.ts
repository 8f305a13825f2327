import { type Vector, div, gather, relu, sub, sum, value } from "@jacobian/core";

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
 * relu(x − τ), with τ such that the entries have this sum: the nearest point of {y ≥ 0, Σ yᵢ = total}.
 * @see Held, Wolfe & Crowder, Validation of subgradient optimization, 1974
 */
export const ontoSimplex = (x: Vector, total: number): Vector => {
  // The value of a vector is one.
  const active = support(value(x) as Float64Array, total);
  return relu(sub(x, div(sub(sum(gather(x, active)), total), active.length)));
};
