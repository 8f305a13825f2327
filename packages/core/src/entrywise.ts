import { entriesOf, mismatch, notAValue, plainOf, sameShape, shapeOf, sizeOf } from "./shape.ts";
import { Matrix } from "./matrix.ts";
import type { Plain, Shape, Value } from "./value.ts";

/**
 * Writes f of every entry into `to`. A loop that a function states itself is several times as fast as
 * the one that serves all others, which calls f through a pointer and hands it numbers in boxes.
 */
export type Loop<S> = (to: Float64Array, x: Float64Array, s: S) => void;

/** Writes f of every pair of entries into `to`: of x[k·p] and y[k·q], where the strides are of `strideOf`. */
export type Loop2<S> = (
  to: Float64Array,
  x: Float64Array,
  p: number,
  y: Float64Array,
  q: number,
  s: S,
) => void;

/** How far apart the entries of an operand stand: the one of a scalar meets every other. */
export const strideOf = (x: Plain): number => (typeof x === "number" ? 0 : 1);

/** @throws ShapeError, OperatorError or DuplicateCoreError for what is no value. */
export const storageOf = (operation: string, x: Plain): Float64Array => {
  if (typeof x === "number" || x instanceof Float64Array || x instanceof Matrix)
    return entriesOf(x);
  throw notAValue(operation, x);
};

/** f at every entry, by a loop of its own if there is one. */
export const map = <S>(
  operation: string,
  x: Plain,
  f: (x: number, s: S) => number,
  loop: Loop<S> | undefined,
  s: S,
): Plain => {
  if (typeof x === "number") return f(x, s);
  const from = storageOf(operation, x);
  const to = new Float64Array(from.length);
  if (loop) loop(to, from, s);
  else for (let k = 0; k < to.length; k++) to[k] = f(from[k]!, s);
  return plainOf(shapeOf(x), to);
};

/** f at every pair of entries, by a loop of its own if there is one; a scalar meets each entry. */
export const zip = <S>(
  operation: string,
  x: Plain,
  y: Plain,
  f: (x: number, y: number, s: S) => number,
  loop: Loop2<S> | undefined,
  s: S,
): Plain => {
  if (typeof x === "number" && typeof y === "number") return f(x, y, s);
  const [left, right] = [storageOf(operation, x), storageOf(operation, y)];
  const [p, q] = [strideOf(x), strideOf(y)];
  const shape = commonShape(operation, [x, y]);
  const to = new Float64Array(sizeOf(shape));
  if (loop) loop(to, left, p, right, q, s);
  else for (let k = 0; k < to.length; k++) to[k] = f(left[k * p]!, right[k * q]!, s);
  return plainOf(shape, to);
};

/**
 * Entry k of a plain value, row by row; a scalar has the same entry everywhere.
 * @example
 * entryAt(matrix([[1, 2], [3, 4]]), 2); // 3
 */
export const entryAt = (x: Plain, k: number): number =>
  typeof x === "number" ? x : ((x instanceof Matrix ? x.data : x)[k] ?? NaN);

/**
 * The one shape of operands that are scalars or equally shaped arrays.
 * @throws ShapeError naming two shapes that differ.
 * @example
 * commonShape("add", [1, Float64Array.of(1, 2)]); // [ 2 ]
 */
export const commonShape = (operation: string, operands: readonly Value[]): Shape => {
  let shape: Shape = [];
  for (const x of operands) {
    const own = shapeOf(x);
    if (own.length === 0 || sameShape(own, shape)) continue;
    if (shape.length > 0) throw mismatch(operation, "operands of one shape", shape, own);
    shape = own;
  }
  return shape;
};
