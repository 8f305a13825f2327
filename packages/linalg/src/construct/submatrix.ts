import {
  type Matrix,
  type MatrixValue,
  type Position,
  type Shape,
  type UnaryRule,
  type Value,
  DomainError,
  callable,
  describe,
  describeShape,
  entriesOf,
  linear,
  plainOf,
  scatter,
  shapeOf,
} from "@jacobian/core";
import { matrixShape } from "../shapes.ts";

/** Lines from ≤ k < to. */
export type Range = readonly [from: Position, to: Position];

/** What is cut out; all rows, or columns, where nothing is said. */
type Cut = { readonly rows: Range | undefined; readonly cols: Range | undefined };

const shown = (range: unknown): string =>
  Array.isArray(range) ? `[${range.map(describe).join(", ")}]` : describe(range);

/** An index is a number at run time. */
const isRange = (range: unknown, n: number): range is readonly [from: number, to: number] =>
  Array.isArray(range) &&
  range.length === 2 &&
  range.every(Number.isInteger) &&
  0 <= range[0] &&
  range[0] <= range[1] &&
  range[1] <= n;

const checkedRange = (
  lines: "rows" | "columns",
  n: number,
  shape: Shape,
  range: unknown = [0, n],
): readonly [from: number, to: number] => {
  if (isRange(range, n)) return range;
  throw new DomainError(
    `submatrix: expected ${lines} [from, to] with 0 ≤ from ≤ to ≤ ${n}, got ${shown(range)} of ${describeShape(shape)}; count from 0, and the line "to" is no longer taken`,
  );
};

/** The first row and column that are taken, and how many of each. */
const place = (shape: Shape, { rows, cols }: Cut): [i: number, j: number, m: number, n: number] => {
  const [height, width] = matrixShape("submatrix", shape);
  const [top, bottom] = checkedRange("rows", height, shape, rows);
  const [left, right] = checkedRange("columns", width, shape, cols);
  return [top, left, bottom - top, right - left];
};

const cut = /*#__PURE__*/ linear<Cut>("submatrix", {
  value: (A, s) => {
    const [top, left, m, n] = place(shapeOf(A), s);
    const [, width = 0] = shapeOf(A);
    const from = entriesOf(A);
    const to = new Float64Array(m * n);
    for (let i = 0; i < m; i++) {
      const start = (top + i) * width + left;
      to.set(from.subarray(start, start + n), i * n);
    }
    return plainOf([m, n], to);
  },
  shape: (shape, s) => place(shape, s).slice(2),
  adjoint: (bar, shape, s) => scatter(bar, { index: read(shape, s).index, shape }),
  gather: (shape, s) => read(shape, s),
});

const read = (shape: Shape, s: Cut) => {
  const [top, left, m, n] = place(shape, s);
  const [, width = 0] = shape;
  const index = new Int32Array(m * n);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) index[i * n + j] = (top + i) * width + left + j;
  }
  return { index, shape: [m, n] };
};

interface Submatrix {
  (A: Matrix, rows?: Range, cols?: Range): Matrix;
  (A: MatrixValue, rows?: Range, cols?: Range): MatrixValue;
}

/**
 * The rows from ≤ i < to and the columns from ≤ j < to of a matrix; all of them where a range is left
 * out. Linear; the adjoint is added in place (docs/rules.md (1.14)).
 * @throws DomainError unless 0 ≤ from ≤ to ≤ their number; ShapeError for what is no matrix.
 * @example
 * submatrix(matrix([[1, 2, 3], [4, 5, 6]]), [0, 2], [1, 3]); // Matrix 2×2 [2 3] [5 6]
 */
export const submatrix: Submatrix & { readonly rule: UnaryRule<Cut> } = /*#__PURE__*/ callable(
  cut,
  // The overloads say that a part of a matrix is a matrix.
  ((A: Value, rows?: Range, cols?: Range) => cut(A, { rows, cols })) as Submatrix,
);
