import { broadcast, lineOf, type Axis } from "./broadcast.ts";
import { div } from "../arithmetic.ts";
import { DomainError, ShapeError } from "../errors.ts";
import { linear } from "../linear.ts";
import type { Matrix } from "../matrix.ts";
import {
  describe,
  describeShape,
  entriesOf,
  isValue,
  notAValue,
  plainOf,
  shapeOf,
  sizeOf,
} from "../shape.ts";
import type { MatrixValue, Scalar, Shape, Value, Vector } from "../value.ts";

/** A function of all entries, or of the entries of each row or column of a matrix. */
export interface Reduction {
  (x: number | Float64Array): number;
  (A: Matrix, axis: "rows" | "columns"): Float64Array;
  (A: Matrix): number;
  (x: Value): Scalar;
  (A: MatrixValue, axis: "rows" | "columns"): Vector;
  (x: Value, axis?: Axis): Scalar | Vector;
}

/**
 * What is left of a shape when each row, or column, becomes one entry.
 * @throws DomainError for another axis, ShapeError for an axis of what is no matrix.
 */
export const reducedShape = (operation: string, shape: Shape, axis: Axis): Shape => {
  if (axis === undefined) return [];
  const [rows, cols] = shape;
  if (!["rows", "columns"].includes(axis)) {
    throw new DomainError(
      `${operation}: expected an axis "rows" or "columns", got ${describe(axis)}; leave it out to take all entries`,
    );
  }
  if (rows === undefined || cols === undefined) {
    throw new ShapeError(
      `${operation}: expected a matrix to go along its ${axis}, got ${describeShape(shape)}; leave the axis out`,
    );
  }
  return [axis === "rows" ? rows : cols];
};

const totalOf = (entries: Float64Array): number => {
  let sum = 0;
  for (const entry of entries) sum += entry;
  return sum;
};

const total = /*#__PURE__*/ linear<Axis>("sum", {
  value: (x, axis) => {
    if (axis === undefined) return totalOf(entriesOf(x));
    const shape = shapeOf(x);
    const line = lineOf(shape, axis);
    const to = new Float64Array(sizeOf(reducedShape("sum", shape, axis)));
    entriesOf(x).forEach((entry, k) => (to[line(k)] = (to[line(k)] ?? 0) + entry));
    return plainOf(reducedShape("sum", shape, axis), to);
  },
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
