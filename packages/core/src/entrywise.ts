import { arrayOf, mismatch, notAValue, plainOf, sameShape, shapeOf } from "./shape.ts";
import { Matrix } from "./matrix.ts";
import type { Plain, Shape } from "./value.ts";

const storage = (operation: string, x: Float64Array | Matrix): Float64Array => {
  if (x instanceof Float64Array) return x;
  if (x instanceof Matrix) return x.data;
  throw notAValue(operation, x);
};

/** f at every entry. */
export const map = <S>(
  operation: string,
  x: Plain,
  f: (x: number, s: S) => number,
  s: S,
): Plain => {
  if (typeof x === "number") return f(x, s);
  const from = storage(operation, x);
  const to = new Float64Array(from.length);
  for (let k = 0; k < to.length; k++) to[k] = f(from[k]!, s);
  return plainOf(shapeOf(x), to);
};

/** f at every pair of entries; a scalar meets each entry of the other. */
export const zip = <S>(
  operation: string,
  x: Plain,
  y: Plain,
  f: (x: number, y: number, s: S) => number,
  s: S,
): Plain => {
  if (typeof x === "number") return map(operation, y, (b) => f(x, b, s), s);
  if (typeof y === "number") return map(operation, x, (a) => f(a, y, s), s);
  const [left, right] = [storage(operation, x), storage(operation, y)];
  const shape = commonShape(operation, [x, y]);
  const to = new Float64Array(left.length);
  for (let k = 0; k < to.length; k++) to[k] = f(left[k]!, right[k]!, s);
  return plainOf(shape, to);
};

/** f at every tuple of entries; scalars meet every entry. */
export const zipAll = (
  operation: string,
  operands: readonly Plain[],
  f: (entries: readonly number[]) => number,
): Plain => {
  const shape = commonShape(operation, operands);
  const at = (k: number): number => f(operands.map((x) => entryAt(x, k)));
  return shape.length === 0 ? at(0) : arrayOf(shape, at);
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
 */
export const commonShape = (operation: string, operands: readonly Plain[]): Shape => {
  let shape: Shape = [];
  for (const x of operands) {
    const own = shapeOf(x);
    if (own.length === 0 || sameShape(own, shape)) continue;
    if (shape.length > 0) throw mismatch(operation, "operands of one shape", shape, own);
    shape = own;
  }
  return shape;
};
