import { broadcast } from "./broadcast.ts";
import { alongLines, reducedShape, type Axis, type Line } from "./lines.ts";
import { div } from "../arithmetic.ts";
import { linear } from "../linear.ts";
import type { Matrix } from "../matrix.ts";
import { entriesOf, isValue, notAValue, shapeOf, sizeOf } from "../shape.ts";
import type { MatrixValue, Plain, Scalar, Value, Vector } from "../value.ts";

/** A function of all entries, or of the entries of each row or column of a matrix. */
export interface Reduction {
  (x: number | Float64Array): number;
  (A: Matrix, axis: "rows" | "columns"): Float64Array;
  (A: Matrix): number;
  (x: Value): Scalar;
  (A: MatrixValue, axis: "rows" | "columns"): Vector;
  (x: Value, axis?: Axis): Scalar | Vector;
}

const lineTotal: Line = (x, start, stride, end) => {
  let total = 0;
  for (let k = start; k < end; k += stride) total += x[k]!;
  return total;
};

/** The totals of all columns at once: row after row, as the entries are stored. */
const columnTotals = (x: Plain): Plain => {
  const [entries, [, cols = 1]] = [entriesOf(x), shapeOf(x)];
  const to = new Float64Array(cols);
  for (let start = 0; start < entries.length; start += cols) {
    for (let j = 0; j < cols; j++) to[j] = to[j]! + entries[start + j]!;
  }
  return to;
};

const total = /*#__PURE__*/ linear<Axis>("sum", {
  value: (x, axis) =>
    axis === "columns" ? columnTotals(x) : alongLines("sum", x, axis, lineTotal),
  shape: (shape, axis) => reducedShape("sum", shape, axis),
  adjoint: (bar, shape, axis) => broadcast(bar, { shape, axis }),
  dependence: "reduction",
});

/**
 * The sum of all entries, or of each row, or of each column; 0 for none.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * sum(Float64Array.of(1, 2, 3)); // 6
 */
// The overloads say what shape is left.
export const sum = total as Reduction & typeof total;

/**
 * The arithmetic mean of all entries, or of each row, or of each column; NaN for none.
 * @throws ShapeError for an axis of what is no matrix.
 * @example
 * mean(matrix([[1, 2], [3, 6]]), "columns"); // Float64Array(2) [ 2, 4 ]
 */
// The overloads say what shape is left.
export const mean = ((x: Value, axis?: Axis): Value => {
  if (!isValue(x)) throw notAValue("mean", x);
  const shape = shapeOf(x);
  const lines = sizeOf(reducedShape("mean", shape, axis));
  return div(total(x, axis), sizeOf(shape) / lines);
}) as Reduction;
