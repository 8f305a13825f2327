import { type Value, entriesOf, flatten, leavesOf, mapLeaves, value } from "@jacobian/core";

/** The structure of x with f(leaf of x, leaf of y) for each leaf; y has the structure of x. */
export const zipLeaves = (
  operation: string,
  f: (x: Value, y: Value) => Value,
  x: unknown,
  y: unknown,
): unknown => {
  const others = leavesOf(operation, y);
  let k = 0;
  return mapLeaves(operation, x, (leaf) => f(leaf, others[k++] ?? NaN));
};

/** The entries of a container as plain numbers, in container order. */
export const numbersOf = (operation: string, x: unknown): Float64Array =>
  entriesOf(value(flatten(operation, x)));

/** The k-th of n unit vectors. */
export const unit = (n: number, k: number): Float64Array => {
  const e = new Float64Array(n);
  e[k] = 1;
  return e;
};
