import {
  type Scalar,
  type Shape,
  type Value,
  type Vector,
  DomainError,
  ShapeError,
  broadcast,
  describe,
  describeShape,
  isValue,
  notAValue,
  shapeOf,
} from "@jacobian/core";
import { dot, mul, outer, sum, transposedTimes, type MatrixValue } from "jacobian";

/** One point of d coordinates, or N points as the columns of a d×N matrix. */
export type Points = Vector | MatrixValue;

/** A number for each point: a scalar for one, a vector of N for the columns of a matrix. */
export type PerPoint = Scalar | Vector;

/** @throws DomainError unless it is a whole number ≥ 1. */
export const checkedSize = (operation: string, size: number): number => {
  if (Number.isSafeInteger(size) && size >= 1) return size;
  throw new DomainError(
    `${operation}: expected a number of coordinates, 1 or more, got ${describe(size)}; say how many a point has`,
  );
};

/** The shape of what has a number for each point. */
export const perPointShape = (shape: Shape): Shape => shape.slice(1);

const wanted = (size: number | undefined): string =>
  size === undefined
    ? "a point (a vector) or points (the columns of a matrix)"
    : `points of ${size} coordinates (a vector of ${size}, or a ${size}×N matrix with a point in each column)`;

/**
 * The shape of points that have `size` coordinates, or any number of them.
 * @throws ShapeError for other shapes; OperatorError for what is no value.
 */
export const pointsShape = (operation: string, x: unknown, size: number | undefined): Shape => {
  if (!isValue(x)) throw notAValue(operation, x);
  const shape = shapeOf(x);
  if (shape.length > 0 && (size === undefined || shape[0] === size)) return shape;
  const remedy =
    shape[1] === size && size !== undefined
      ? "transpose rows of data into columns"
      : "make a point with vector([...])";
  throw new ShapeError(
    `${operation}: expected ${wanted(size)}, got ${describeShape(shape)}; ${remedy}`,
  );
};

const isOne = (x: Value): boolean => shapeOf(x).length === 1;

/** A vector, one entry for each coordinate, at every point of x. */
export const atEveryPoint = (v: Value, x: Value): Value =>
  isOne(x) ? v : broadcast(v, { shape: shapeOf(x), axis: "rows" });

/** A number for each point of x, at every coordinate. */
export const atEveryCoordinate = (c: Value, x: Value): Value =>
  isOne(x) ? c : broadcast(c, { shape: shapeOf(x), axis: "columns" });

/** The sum over the coordinates of each point. */
export const overCoordinates = (x: Value): Value => (isOne(x) ? sum(x) : sum(x, "columns"));

/** ⟨w, x⟩ for each point x. */
export const innerProducts = (w: Value, x: Value): Value =>
  isOne(x) ? dot(w, x) : transposedTimes(x, w);

/** The points c·v, one for each number c that belongs to a point of x. */
export const multiplesOf = (v: Value, c: Value, x: Value): Value =>
  isOne(x) ? mul(v, c) : outer(v, c);
