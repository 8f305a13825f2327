/** A matrix as plain data, which a worker can send. */
export interface Numbers {
  readonly rows: number;
  readonly cols: number;
  /** Row by row. */
  readonly data: Float64Array;
}

/** Three digits are enough to compare; TeX has its own minus. */
const entry = (x: number): string => String(Number(x.toFixed(3)));

export const matrixTex = (rows: readonly (readonly string[])[]): string =>
  `\\begin{pmatrix}${rows.map((row) => row.join(" & ")).join(" \\\\ ")}\\end{pmatrix}`;

/** The entries of a matrix of numbers as TeX, row by row. */
export const numbersOf = ({ rows, cols, data }: Numbers): readonly (readonly string[])[] =>
  Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)].map(entry));

/** A matrix of numbers as TeX. */
export const numbersTex = (matrix: Numbers): string => matrixTex(numbersOf(matrix));
