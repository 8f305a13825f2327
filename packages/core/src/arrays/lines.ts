import { DomainError, ShapeError } from "../errors.ts";
import { describe, describeShape, entriesOf, plainOf, shapeOf, sizeOf } from "../shape.ts";
import type { Plain, Shape } from "../value.ts";

/** Along which lines of a matrix: each row, each column; or over all entries. */
export type Axis = "rows" | "columns" | undefined;

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

/** Where the entries of a line stand: from `start` on, `stride` apart, before `end`. */
type Visit = (line: number, start: number, stride: number, end: number) => void;

/** Visits the lines of a shape in turn; the axis is one that `reducedShape` has let pass. */
export const eachLine = (shape: Shape, axis: Axis, visit: Visit): void => {
  const size = sizeOf(shape);
  const [rows = 1, cols = 1] = shape;
  if (axis === "columns") for (let j = 0; j < cols; j++) visit(j, j, cols, size);
  else if (axis === "rows") for (let i = 0; i < rows; i++) visit(i, i * cols, 1, (i + 1) * cols);
  else visit(0, 0, 1, size);
};

/** What one line of entries comes to. */
export type Line = (x: Float64Array, start: number, stride: number, end: number) => number;

/**
 * One number for each line of x.
 * @throws DomainError for another axis, ShapeError for an axis of what is no matrix.
 */
export const alongLines = (operation: string, x: Plain, axis: Axis, line: Line): Plain => {
  const shape = shapeOf(x);
  const entries = entriesOf(x);
  const reduced = reducedShape(operation, shape, axis);
  const to = new Float64Array(sizeOf(reduced));
  eachLine(shape, axis, (k, start, stride, end) => (to[k] = line(entries, start, stride, end)));
  return plainOf(reduced, to);
};
