import { Element } from "../element.ts";
import { ShapeError } from "../errors.ts";
import type { Position } from "../index-value.ts";
import { Matrix } from "../matrix.ts";
import { checkedPosition } from "../position.ts";
import { callable } from "../primitive.ts";
import { describeShape, entriesOf, shapeOf } from "../shape.ts";
import type { MatrixValue, Scalar, Shape, Value, Vector } from "../value.ts";
import { gathering, neighbours, range } from "./gathering.ts";

const vectorLength = (operation: string, shape: Shape): number => {
  const [n, cols] = shape;
  if (n !== undefined && cols === undefined) return n;
  throw new ShapeError(
    `${operation}: expected a vector, got ${describeShape(shape)}; use row, column or at of a matrix first`,
  );
};

const matrixShape = (operation: string, shape: Shape): readonly [rows: number, cols: number] => {
  const [rows, cols] = shape;
  if (rows !== undefined && cols !== undefined) return [rows, cols];
  throw new ShapeError(
    `${operation}: expected a matrix, got ${describeShape(shape)}; make one with matrix([[...], ...])`,
  );
};

/** i, or (i, j). A position alone, so that a loop makes no list for it, is the same as a list of one. */
type Place = Position | readonly [i: Position, j?: Position];

const isList = (place: Place): place is readonly [Position, Position?] => Array.isArray(place);

const flat = (rows: number, cols: number, i: Position, j: Position): number =>
  checkedPosition("at", i, rows - 1) * cols + checkedPosition("at", j, cols - 1);

/** The flat position of one entry. */
const placeIn = (shape: Shape, place: Place): number => {
  const [i, j] = isList(place) ? place : [place];
  return j === undefined
    ? checkedPosition("at", i, vectorLength("at", shape) - 1)
    : flat(...matrixShape("at", shape), i, j);
};

/** Vectors are read in loops: without making a shape. */
const positionAt = (x: Value, place: Place): number =>
  x instanceof Float64Array && !isList(place)
    ? checkedPosition("at", place, x.length - 1)
    : placeIn(shapeOf(x), place);

const entry = /*#__PURE__*/ gathering<Place>(
  "at",
  (shape, place) => ({ index: [placeIn(shape, place)], shape: [] }),
  { entry: positionAt, value: (x, place) => entriesOf(x)[positionAt(x, place)]! },
);

interface At {
  (x: Float64Array, i: Position): number;
  (x: Vector, i: Position): Scalar;
  (A: Matrix, i: Position, j: Position): number;
  (A: MatrixValue, i: Position, j: Position): Scalar;
}

/**
 * Entry i of a vector, or (i, j) of a matrix, counted from 0.
 * @throws DomainError outside the value, ShapeError for a value of another rank.
 * @example
 * at(Float64Array.of(5, 6, 7), 1); // 6
 */
export const at = /*#__PURE__*/ callable(
  entry,
  // The overloads say that an entry is a scalar, and of a plain array a number.
  ((x: Value, i: Position, j?: Position): Value => {
    if (x instanceof Float64Array && j === undefined) {
      return x[checkedPosition("at", i, x.length - 1)] ?? NaN;
    }
    if (j === undefined) return entry(x, i);
    return x instanceof Matrix ? x.data[flat(x.rows, x.cols, i, j)]! : entry(x, [i, j]);
  }) as At,
);

interface Line {
  (A: Matrix, i: Position): Float64Array;
  (A: MatrixValue, i: Position): Vector;
}

const rowOf = /*#__PURE__*/ neighbours<Position>("row", (shape, i) => {
  const [rows, cols] = matrixShape("row", shape);
  return [checkedPosition("row", i, rows - 1) * cols, cols];
});

/**
 * Row i of a matrix, a vector.
 * @throws DomainError outside the matrix.
 * @example
 * row(matrix([[1, 2], [3, 4]]), 1); // Float64Array(2) [ 3, 4 ]
 */
// The overloads say that a row is a vector.
export const row = rowOf as Line & typeof rowOf;

const columnOf = /*#__PURE__*/ gathering<Position>("column", (shape, j) => {
  const [rows, cols] = matrixShape("column", shape);
  const start = checkedPosition("column", j, cols - 1);
  return { index: range(rows, start, cols), shape: [rows] };
});

/**
 * Column j of a matrix, a vector.
 * @throws DomainError outside the matrix.
 * @example
 * column(matrix([[1, 2], [3, 4]]), 1); // Float64Array(2) [ 2, 4 ]
 */
// The overloads say that a column is a vector.
export const column = columnOf as Line & typeof columnOf;

type Range = readonly [from: Position, to: Position];

const part = /*#__PURE__*/ neighbours<Range>("slice", (shape, [from, to]) => {
  const end = checkedPosition("slice", to, vectorLength("slice", shape));
  const start = checkedPosition("slice", from, end);
  return [start, end - start];
});

interface Slice {
  (x: Float64Array, from: Position, to: Position): Float64Array;
  (x: Vector, from: Position, to: Position): Vector;
}

/**
 * Entries from ≤ k < to of a vector.
 * @throws DomainError unless 0 ≤ from ≤ to ≤ n.
 * @example
 * slice(Float64Array.of(5, 6, 7), 1, 3); // Float64Array(2) [ 6, 7 ]
 */
export const slice = /*#__PURE__*/ callable(
  part,
  // The overloads say that a part of a vector is a vector.
  ((x: Value, from: Position, to: Position): Value => part(x, [from, to])) as Slice,
);

const picked = /*#__PURE__*/ gathering<ArrayLike<number>>("gather", (shape, indices) => {
  const last = vectorLength("gather", shape) - 1;
  const index = new Int32Array(indices.length);
  for (let k = 0; k < index.length; k++) index[k] = checkedPosition("gather", indices[k]!, last);
  return { index, shape: [index.length] };
});

interface GatherCall {
  (x: Float64Array, indices: ArrayLike<number>): Float64Array;
  (x: Vector, indices: ArrayLike<number>): Vector;
}

/**
 * The vector (x[i₀], x[i₁], …); an index may come more than once.
 * @throws DomainError for an index outside the vector.
 * @example
 * gather(Float64Array.of(5, 6, 7), [2, 0, 0]); // Float64Array(3) [ 7, 5, 5 ]
 */
export const gather = /*#__PURE__*/ callable(
  picked,
  // The overloads say that what is gathered from a vector is a vector. What keeps the call, as a replay does, must
  // not follow what the caller writes into his list.
  ((x: Value, indices: ArrayLike<number>): Value =>
    picked(x, x instanceof Element ? Float64Array.from(indices) : indices)) as GatherCall,
);
