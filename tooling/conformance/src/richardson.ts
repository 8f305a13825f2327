import { get, list } from "./table.ts";

export interface Estimate {
  readonly value: number;
  /** How far the two entries it was extrapolated from lie away. */
  readonly error: number;
}

const first = 2 ** -4;

/**
 * g′(0), entry by entry, by central differences over h = 2⁻⁴, 2⁻⁵, …, extrapolated to h = 0.
 * Of the whole tableau the entry with the smallest error estimate is taken
 * (Ridders, Advances in Engineering Software 4, 1982).
 */
export const richardson = (g: (t: number) => ArrayLike<number>, steps = 9): Estimate[] => {
  const quotients = list(steps, (k) => first / 2 ** k).map((h) => quotient(g(h), g(-h), h));
  return (quotients[0] ?? []).map((_, i) => extrapolate(quotients.map((column) => get(column, i))));
};

const quotient = (ahead: ArrayLike<number>, behind: ArrayLike<number>, h: number): number[] =>
  list(ahead.length, (i) => (get(ahead, i) - get(behind, i)) / (2 * h));

/** The error of a central difference is a series in h²: level k removes its term h²ᵏ. */
const extrapolate = (column: readonly number[]): Estimate => {
  let best: Estimate = { value: get(column, 0), error: Infinity };
  for (let k = 1, level = column; level.length > 1; k++) {
    const finer = level.slice(1).map((a, i) => a + (a - get(level, i)) / (4 ** k - 1));
    finer.forEach((value, i) => {
      const error = Math.max(Math.abs(value - get(level, i)), Math.abs(value - get(level, i + 1)));
      if (error < best.error) best = { value, error };
    });
    level = finer;
  }
  return best;
};
