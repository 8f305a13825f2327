/** A function of a vector with its gradient. */
type WithGradient = (theta: Float64Array) => {
  readonly value: number;
  readonly gradient: Float64Array;
};

/** A descent that goes on as far as it is asked to. */
export interface Descent {
  /** Takes a step, and gives the value before it. */
  readonly step: () => number;
  /** Where it is. */
  readonly theta: () => Float64Array;
}

/** Adam (Kingma & Ba 2015, algorithm 1) with the decay rates of the paper; `rate(k)` is the length of step k, from 1 on, for each entry. */
export const adam = (
  f: WithGradient,
  start: Float64Array,
  rate: (k: number) => number,
): Descent => {
  const theta = start.slice();
  const [first, second] = [new Float64Array(theta.length), new Float64Array(theta.length)];
  let k = 0;
  const step = (): number => {
    const { value, gradient } = f(theta.slice());
    k++;
    for (let i = 0; i < theta.length; i++) {
      const g = gradient[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.999 * second[i]! + 0.001 * g * g;
      const mean = first[i]! / (1 - 0.9 ** k);
      const spread = Math.sqrt(second[i]! / (1 - 0.999 ** k));
      theta[i] = theta[i]! - (rate(k) * mean) / (spread + 1e-8);
    }
    return value;
  };
  return { step, theta: () => theta.slice() };
};
