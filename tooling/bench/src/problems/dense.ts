import type { Work } from "../measure.ts";

/** A square matrix, row by row. */
export interface Square {
  readonly n: number;
  readonly data: Float64Array;
}

/** What the routines are given: the same numbers for everyone, far from singular. */
export interface Inputs {
  readonly n: number;
  /** Entries from −1 to 1 at random. */
  readonly A: Square;
  readonly B: Square;
  readonly b: Float64Array;
  readonly symmetric: Square;
  /** A·Aᵀ/n + I */
  readonly definite: Square;
}

/**
 * Each prepares a problem in the package's own containers and gives the work to be timed, whose answer
 * is what has but one value: the product; x of A·x = b; L; the magnitudes of R; eigenvalues, ascending,
 * of a run that finds the vectors too; singular values likewise, descending.
 */
export interface Routines {
  readonly matmul?: (inputs: Inputs) => Work;
  readonly solve?: (inputs: Inputs) => Work;
  readonly cholesky?: (inputs: Inputs) => Work;
  readonly qr?: (inputs: Inputs) => Work;
  readonly eigh?: (inputs: Inputs) => Work;
  readonly svd?: (inputs: Inputs) => Work;
}

export type Task = keyof Routines;

export const tabulated = (n: number, entry: (i: number, j: number) => number): Square => ({
  n,
  data: Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n)),
});

/** A sequence of numbers from −1 to 1 that is the same in every run (Park & Miller 1988). */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
};

export const inputs = (n: number): Inputs => {
  const draw = randomNumbers(n);
  const A = tabulated(n, draw);
  const row = (i: number): Float64Array => A.data.subarray(i * n, (i + 1) * n);
  const product = (i: number, j: number): number =>
    row(i).reduce((sum, x, k) => sum + x * row(j)[k]!, 0);
  return {
    n,
    A,
    B: tabulated(n, draw),
    b: Float64Array.from({ length: n }, draw),
    symmetric: tabulated(n, (i, j) => (A.data[i * n + j]! + A.data[j * n + i]!) / 2),
    definite: tabulated(n, (i, j) => product(i, j) / n + (i === j ? 1 : 0)),
  };
};

/** Row arrays, as most packages take them. */
export const rows = ({ n, data }: Square): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from(data.subarray(i * n, (i + 1) * n)));

/** |rᵢⱼ| for j ≥ i: R but for the signs of its rows. */
export const magnitudes = (n: number, entry: (i: number, j: number) => number): Float64Array =>
  tabulated(n, (i, j) => (j < i ? 0 : Math.abs(entry(i, j)))).data;

export const ascending = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values).sort();

export const descending = (values: ArrayLike<number>): Float64Array => ascending(values).reverse();
