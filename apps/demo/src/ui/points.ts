import type { Pair } from "../app/fields.ts";

/** A point of two coordinates, if a list has two of them. */
export const pairOf = (x: readonly number[] | undefined): Pair | undefined => {
  const [first, second] = x ?? [];
  return first === undefined || second === undefined ? undefined : [first, second];
};

/** A point with as many coordinates as a map has variables. */
export const pointFor = (variables: readonly string[], at: readonly number[]): readonly number[] =>
  variables.map((_, k) => at[k] ?? 1);

/** Mafs writes into no point that it is given, but says that it might. */
export const vec = ([x, y]: Pair): [number, number] => [x, y];
