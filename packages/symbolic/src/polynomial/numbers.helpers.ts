/** Whole numbers between −n and n that follow no pattern, the same in each run. */
export const numbers = (seed: number): ((n: number) => number) => {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * (2 * n + 1)) - n;
  };
};
