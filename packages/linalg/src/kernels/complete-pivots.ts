/** The order in which elimination with complete pivoting takes rows and columns. */
export interface PivotOrder {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** det of the permutation of rows times det of that of columns. */
  readonly sign: number;
  /** How many pivots exceed `threshold` times the largest entry. */
  readonly rank: number;
  /** The largest entry left after them, relative to the largest of all; 0 if none is left. */
  readonly rest: number;
}

/** Gaussian elimination with complete pivoting (Golub & Van Loan 2013, section 3.4.7). */
export const completePivots = (a: Float64Array, n: number, threshold: number): PivotOrder => {
  const left = a.slice();
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  const columns = rows.slice();
  let sign = 1;
  let top = 0;
  for (let k = 0; k < n; k++) {
    const [i, j] = largest(left, n, rows, columns, k);
    const pivot = Math.abs(left[rows[i]! * n + columns[j]!]!);
    top = k === 0 ? pivot : top;
    if (pivot <= threshold * top) return { rows, columns, sign, rank: k, rest: top && pivot / top };
    sign *= exchange(rows, k, i) * exchange(columns, k, j);
    clear(left, n, rows, columns, k);
  }
  return { rows, columns, sign, rank: n, rest: 0 };
};

/** Where the largest entry from the k-th row and column on stands. */
const largest = (
  left: Float64Array,
  n: number,
  rows: Int32Array,
  columns: Int32Array,
  k: number,
): readonly [i: number, j: number] => {
  let [best, row, column] = [-1, k, k];
  for (let i = k; i < n; i++) {
    for (let j = k; j < n; j++) {
      const size = Math.abs(left[rows[i]! * n + columns[j]!]!);
      if (size > best) [best, row, column] = [size, i, j];
    }
  }
  return [row, column];
};

/** Swaps two places and gives the sign of that permutation. */
const exchange = (order: Int32Array, k: number, i: number): number => {
  [order[k], order[i]] = [order[i]!, order[k]!];
  return i === k ? 1 : -1;
};

/** Subtracts from each row below the k-th its multiple that clears the k-th column. */
const clear = (
  left: Float64Array,
  n: number,
  rows: Int32Array,
  columns: Int32Array,
  k: number,
): void => {
  const [top, column] = [rows[k]! * n, columns[k]!];
  for (let i = k + 1; i < n; i++) {
    const row = rows[i]! * n;
    const factor = left[row + column]! / left[top + column]!;
    for (let j = k + 1; j < n; j++) left[row + columns[j]!]! -= factor * left[top + columns[j]!]!;
  }
};
