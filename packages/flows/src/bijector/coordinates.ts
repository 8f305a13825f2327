import {
  type Shape,
  type Value,
  DomainError,
  describe,
  shapeOf,
  stack,
  take,
} from "@jacobian/core";

/**
 * A list that has an entry for each coordinate, and that nobody else writes into.
 * @throws DomainError for what is no list, of a program that is not type-checked.
 */
export const listOf = <T>(operation: string, list: readonly T[], what: string): readonly T[] => {
  if (Array.isArray(list)) return Array.from<T>(list);
  throw new DomainError(
    `${operation}: expected ${what}, got ${describe(list)}; give a list with an entry for each coordinate`,
  );
};

/** Where the chosen coordinates of all points stand. */
const placesOf = (chosen: readonly number[], [, points = 1]: Shape): Int32Array => {
  const index = new Int32Array(chosen.length * points);
  chosen.forEach((i, k) => {
    for (let j = 0; j < points; j++) index[k * points + j] = i * points + j;
  });
  return index;
};

/** The chosen coordinates of each point, in the order given. */
export const coordinatesOf = (x: Value, chosen: readonly number[]): Value => {
  const shape = shapeOf(x);
  return take(x, { index: placesOf(chosen, shape), shape: [chosen.length, ...shape.slice(1)] });
};

/** Points of all the coordinates that the parts have, one part after the other. */
export const joined = (parts: readonly Value[], shape: Shape): Value =>
  // `stack` makes what its shape says: one value.
  stack(parts, shape)[0]!;
