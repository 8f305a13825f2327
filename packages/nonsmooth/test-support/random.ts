/** Chooses a whole number in [low, high]. */
export type Draw = (low: number, high: number) => number;

/** Whole numbers in [low, high] from a seed: mulberry32. */
export const integers = (seed: number): Draw => {
  let state = seed;
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1));
  };
};

/** Whole numbers in [low, high] from a list of choices, and low where the list has ended: so that programs shrink. */
export const chosen = (choices: readonly number[]): Draw => {
  let next = 0;
  return (low, high) => low + ((choices[next++] ?? 0) % (high - low + 1));
};
