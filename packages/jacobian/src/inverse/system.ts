import type { Matrix, Plain } from "@jacobian/core";
import {
  type MatrixValue,
  type Vector,
  Element,
  LevelError,
  flatten,
  unflatten,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";

/** A function of containers as one of vectors, whatever they are made of. */
export type Flat = (x: Vector) => Vector;

/** A square system on plain vectors, as an iteration sees it. */
export interface System {
  readonly image: (x: Float64Array) => Float64Array;
  readonly slopes: (x: Float64Array) => Matrix;
}

/** f on the entries of its input, in container order, with the structure of `model`. */
export const flat =
  (operation: string, f: (x: unknown) => unknown, model: unknown): Flat =>
  (x) =>
    flatten(operation, f(unflatten(operation, model, x)));

/** @throws LevelError for an element: plain input gives one only if f has captured it. */
export const plain = <P extends Plain>(operation: string, y: P | Element): P => {
  if (!(y instanceof Element)) return y;
  throw new LevelError(
    `${operation}: expected a function of its arguments alone, got one that captured an element of the derivative around it (its output is ${y.toString()}); pass what it captures as a further argument`,
  );
};

/** The system of a function that has as many outputs as inputs. */
export const systemOf = (operation: string, g: Flat): System => {
  const slopes = jacobian(g);
  return {
    image: (x) => plain(operation, g(x)),
    // Plain where the image is.
    slopes: (x) => slopes(x) satisfies MatrixValue,
  };
};

/** ‖x‖∞; NaN if an entry is. */
export const largest = (x: Float64Array): number =>
  x.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);

/** x + t·d. */
export const moved = (x: Float64Array, t: number, d: Float64Array): Float64Array =>
  x.map((entry, k) => entry + t * d[k]!);

/** ‖A‖∞, the largest sum of magnitudes in a row, without the other norms that linalg's `norm` would bring along. */
export const largestRow = ({ rows, cols, data }: Matrix): number => {
  const sums = new Float64Array(rows);
  data.forEach((entry, k) => (sums[Math.floor(k / cols)]! += Math.abs(entry)));
  return largest(sums);
};
