import { Matrix } from "@jacobian/core";

/** What a function may ask of its input. */
export type Trait =
  | "square"
  /** Every entry is far from 0, where |x| has its kink. */
  | "no zeros"
  | "definite"
  /** No fewer rows than columns. */
  | "tall"
  /** No 0 on its diagonal. */
  | "regular diagonal"
  /** Partial pivoting and pivoting of columns never choose between equals. */
  | "clear pivots"
  /** Eigenvalues, and singular values, are distinct. */
  | "distinct"
  /** The condition number is below 100, so that AᵀA can be formed too. */
  | "well conditioned";

type Rows = readonly (readonly number[])[];

/** A matrix of a kind on which algorithms and rules take ways of their own. */
export interface Structured {
  readonly kind: string;
  readonly A: Matrix;
  readonly traits: ReadonlySet<Trait>;
  /** What rounding leaves between derivatives on different roads, relative to the largest. */
  readonly rounding: number;
}

const kind = (name: string, rows: Rows, traits: readonly Trait[], rounding = 1e-12): Structured => {
  const small = rows.flat().some((entry) => Math.abs(entry) < 0.1);
  const all = small ? traits : [...traits, "no zeros" as const];
  return { kind: name, A: Matrix.fromRows(rows), traits: new Set(all), rounding };
};

const square: readonly Trait[] = ["square", "tall", "distinct"];
const well: readonly Trait[] = [...square, "well conditioned"];
const usual: readonly Trait[] = [...well, "regular diagonal", "clear pivots"];

/** Entry (i, j) of a matrix without a pattern. */
const scattered = (i: number, j: number): number => Math.sin(1 + 3 * i + 5 * j + i * j * j);

const rowsOf = (n: number, entry: (i: number, j: number) => number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => entry(i, j)));

const hilbert = (n: number): number[][] => rowsOf(n, (i, j) => 1 / (i + j + 1));

/** Orthonormal columns times 2.5, −1.4 and 0.6. */
const orthogonalTimesDiagonal: Rows = [
  [0.36, 0.48, -0.8],
  [-0.8, 0.6, 0],
  [0.48, 0.64, 0.6],
].map(([x = 0, y = 0, z = 0]) => [2.5 * x, -1.4 * y, 0.6 * z]);

/** Each of full rank. */
export const structuredMatrices: readonly Structured[] = [
  kind(
    "any",
    [
      [0.2, 1.5, -1],
      [-1, 0.4, 0.25],
      [0.7, -0.3, 2],
    ],
    usual,
  ),
  kind(
    "symmetric",
    [
      [1, 0.4, -2],
      [0.4, -1.5, 0.3],
      [-2, 0.3, 0.5],
    ],
    usual,
  ),
  kind(
    "definite",
    [
      [2, 0.5, -0.3],
      [0.5, 1.2, 0.4],
      [-0.3, 0.4, 0.7],
    ],
    [...usual, "definite"],
  ),
  kind(
    "lower triangular",
    [
      [1.5, 0, 0],
      [0.7, -0.8, 0],
      [-1.1, 0.4, 2.2],
    ],
    usual,
  ),
  kind(
    "upper triangular",
    [
      [-0.6, 1.3, 0.2],
      [0, 1.7, -0.9],
      [0, 0, 0.8],
    ],
    usual,
  ),
  kind(
    "nearly diagonal",
    [
      [3, 1e-7, -2e-7],
      [-3e-7, 1.5, 1e-7],
      [2e-7, 3e-7, 0.5],
    ],
    [...usual, "definite"],
  ),
  kind(
    "identity",
    rowsOf(3, (i, j) => (i === j ? 1 : 0)),
    ["square", "tall", "well conditioned", "regular diagonal", "definite"],
  ),
  kind(
    "5×5",
    rowsOf(5, (i, j) => scattered(i, j) + (i === j ? i - 1.8 : 0)),
    [...well, "regular diagonal"],
  ),
  kind(
    "5×5, definite",
    rowsOf(5, (i, j) => (scattered(i, j) + scattered(j, i)) / 4 + (i === j ? i + 2 : 0)),
    [...usual, "definite"],
  ),
  kind("orthogonal times diagonal", orthogonalTimesDiagonal, usual),
  kind("Hilbert 3×3", hilbert(3), [...square, "regular diagonal", "definite"]),
  // Its condition number is 1.6e4.
  kind("Hilbert 4×4", hilbert(4), [...square, "regular diagonal", "definite"], 1e-11),
  // Of (x − 2)·(x + 1)·(x − 0.5)
  kind(
    "companion",
    [
      [1.5, 1.5, -1],
      [1, 0, 0],
      [0, 1, 0],
    ],
    well,
  ),
  // Of (x² − x + 1.25)·(x + 2), which has a pair of complex roots
  kind(
    "companion with a pair",
    [
      [-1, 0.75, -2.5],
      [1, 0, 0],
      [0, 1, 0],
    ],
    well,
  ),
  kind(
    "tall",
    [
      [1, -0.5],
      [0.3, 2],
      [-1.2, 0.4],
      [0.6, 0.9],
    ],
    ["tall", "clear pivots", "well conditioned", "distinct"],
  ),
  kind(
    "wide",
    [
      [0.4, -1.3, 0.8],
      [1.6, 0.2, -0.5],
    ],
    ["clear pivots", "well conditioned", "distinct"],
  ),
];
