import { DomainError } from "./errors.ts";
import { indexOf, positionOf, type Index, type Position } from "./index-value.ts";

/**
 * i + k
 * @example
 * build(3, (i) => at(Float64Array.of(5, 6, 7, 8), offset(i, 1))); // Float64Array(3) [ 6, 7, 8 ]
 */
export const offset = (i: Position, k: number): Index => indexOf(positionOf(i) + k);

/**
 * a·i + b
 * @example
 * build(3, (i) => scalar(affine(i, 2, 1))); // Float64Array(3) [ 1, 3, 5 ]
 */
export const affine = (i: Position, a: number, b: number): Index => indexOf(a * positionOf(i) + b);

/**
 * The index as a number, to compute with.
 * @example
 * build(3, (i) => scalar(i)); // Float64Array(3) [ 0, 1, 2 ]
 */
export const scalar = (i: Position): number => positionOf(i);

/**
 * The whole number behind a position, between 0 and last.
 * @throws DomainError naming the range.
 */
export const checkedPosition = (operation: string, i: Position, last: number): number => {
  const k = positionOf(i);
  if (Number.isInteger(k) && k >= 0 && k <= last) return k;
  if (last < 0) {
    throw new DomainError(
      `${operation}: expected a value with entries, got an empty one; look at its length first`,
    );
  }
  throw new DomainError(
    `${operation}: expected a whole number from 0 to ${last}, got ${String(k)}; count from 0`,
  );
};
