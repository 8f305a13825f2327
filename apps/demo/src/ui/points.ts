import type { Pair } from "../app/fields.ts";

/** A point of two coordinates, if a list has two of them. */
export const pairOf = (x: readonly number[] | undefined): Pair | undefined => {
  const [first, second] = x ?? [];
  return first === undefined || second === undefined ? undefined : [first, second];
};

/** A point with as many coordinates as a map has variables. */
export const pointFor = (variables: readonly string[], at: readonly number[]): readonly number[] =>
  variables.map((_, k) => at[k] ?? 1);

/** Drawings have single precision, in which larger numbers are errors. */
export const largest = 1e30;

const drawable = (x: number): number => Math.max(-largest, Math.min(largest, x));

/** A point as Mafs takes it, which writes into none but says that it might. */
export const vec = ([x, y]: Pair): [number, number] => [drawable(x), drawable(y)];
