import { MersenneTwister } from "./mersenne-twister.ts";
import { Pcg64 } from "./pcg64.ts";

/** The seed of GradBench's own runs. */
const seed = 31337;

/**
 * `count` numbers of [0, 1) after the first `skip`: GradBench seeds once and draws for one size after
 * the other.
 */
export const uniform = (skip: number, count: number): number[] => {
  const source = new MersenneTwister(seed);
  for (let k = 0; k < skip; k++) source.uniform();
  return Array.from({ length: count }, () => source.uniform());
};

/** The rows of a list. */
export const rowsOf = (cols: number, entries: readonly number[]): number[][] =>
  Array.from({ length: entries.length / cols }, (_, i) => entries.slice(i * cols, (i + 1) * cols));

/** The input of a mixture of k components for n points of d coordinates. */
export const mixture = (d: number, k: number, n: number) => {
  const source = new Pcg64(seed);
  const normal = (rows: number, cols: number): number[][] =>
    Array.from({ length: rows }, () => Array.from({ length: cols }, () => source.normal()));
  const x = normal(n, d);
  const [alpha = []] = normal(1, k);
  const mu = Array.from({ length: k }, () => Array.from({ length: d }, () => source.uniform()));
  const [q, l] = [normal(k, d), normal(k, (d * (d - 1)) / 2)];
  return { d, k, n, x, m: 0, gamma: 1, alpha, mu, q, l };
};
