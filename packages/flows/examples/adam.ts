/** A function of a vector with its gradient. */
type WithGradient = (theta: Float64Array) => {
  readonly value: number;
  readonly gradient: Float64Array;
};

/** How far Adam goes. */
export interface AdamOptions {
  readonly steps: number;
  /** The length of step k, for each entry. */
  readonly rate: (k: number) => number;
}

/** Adam (Kingma & Ba 2015, algorithm 1) with the decay rates of the paper; `losses` are the values before each step. */
export const adam = (f: WithGradient, start: Float64Array, { steps, rate }: AdamOptions) => {
  const theta = start.slice();
  const [first, second] = [new Float64Array(theta.length), new Float64Array(theta.length)];
  const losses: number[] = [];
  for (let k = 1; k <= steps; k++) {
    const { value, gradient } = f(theta.slice());
    losses.push(value);
    for (let i = 0; i < theta.length; i++) {
      const g = gradient[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.999 * second[i]! + 0.001 * g * g;
      const mean = first[i]! / (1 - 0.9 ** k);
      const spread = Math.sqrt(second[i]! / (1 - 0.999 ** k));
      theta[i] = theta[i]! - (rate(k) * mean) / (spread + 1e-8);
    }
  }
  return { theta, losses };
};
