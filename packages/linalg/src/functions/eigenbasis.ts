import type { DividedDifferences } from "./divided-differences.ts";

/** All orders of 0, …, k − 1. */
const permutations = (k: number): readonly (readonly number[])[] =>
  k === 0
    ? [[]]
    : permutations(k - 1).flatMap((order) =>
        Array.from({ length: k }, (_, place) => order.toSpliced(place, 0, k - 1)),
      );

/** The number of orders of a list, ascending, that leave it as it is. */
const symmetries = (places: readonly number[]): number => {
  let [count, run] = [1, 1];
  for (let j = 1; j < places.length; j++) {
    run = places[j] === places[j - 1] ? run + 1 : 1;
    count *= run;
  }
  return count;
};

/** Calls `visit` with every list 0 ≤ i₀ ≤ i₁ ≤ … < n of this length, the same array each time. */
const forAscending = (
  length: number,
  n: number,
  visit: (places: readonly number[]) => void,
): void => {
  const places = new Array<number>(length).fill(0);
  const from = (depth: number, least: number): void => {
    if (depth === length) {
      visit(places);
      return;
    }
    for (let i = least; i < n; i++) {
      places[depth] = i;
      from(depth + 1, i);
    }
  };
  from(0, 0);
};

/**
 * D^k g(Λ)[E₁, …, E_k] for diagonal Λ: entry (i₀, i_k) is the sum over i₁, …, i_(k−1) and all orders π of the
 * directions of g[λ_i₀, …, λ_i_k]·Πⱼ (E_πⱼ)_(i_(j−1), i_j) (docs/rules.md (13.5); Daleckii & Krein 1951 for k = 1). A
 * divided difference does not depend on the order of its points: each is asked for once.
 */
export const inEigenbasis = (
  n: number,
  differences: DividedDifferences,
  directions: readonly Float64Array[],
): Float64Array => {
  const k = directions.length;
  const sum = new Float64Array(n * n);
  const [paths, roles] = [permutations(k + 1), permutations(k)];
  forAscending(k + 1, n, (places) => {
    const d = differences(places) / symmetries(places);
    for (const path of paths) {
      let weight = 0;
      for (const role of roles) {
        let product = 1;
        for (let j = 0; j < k; j++) {
          const [row, column] = [places[path[j]!]!, places[path[j + 1]!]!];
          product *= directions[role[j]!]![row * n + column]!;
        }
        weight += product;
      }
      sum[places[path[0]!]! * n + places[path[k]!]!]! += d * weight;
    }
  });
  return sum;
};
