/** The value at x, and the gradient there written to `gradient`. */
export interface Cost {
  readonly value: (x: Float64Array) => number;
  readonly slope: (x: Float64Array, gradient: Float64Array) => void;
}

const length = (x: Float64Array): number => Math.sqrt(x.reduce((s, xi) => s + xi * xi, 0));

/** The descent of the objectives, in place. */
export const argminByHand = ({ value, slope }: Cost, start: Float64Array): Float64Array => {
  const [x, gradient, next] = [start.slice(), start.slice(), start.slice()];
  let cost = value(x);
  let rate = 1e-5;
  let good = 0;
  slope(x, gradient);
  while (length(gradient) > 1e-5) {
    if (good === 10) {
      rate *= 2;
      good = 0;
    }
    for (let k = 0; k < x.length; k++) next[k] = x[k]! - rate * gradient[k]!;
    if (length(next.map((xi, k) => xi - x[k]!)) <= 1e-5) return x;
    const reached = value(next);
    if (reached < cost) {
      cost = reached;
      x.set(next);
      slope(x, gradient);
      good++;
    } else {
      rate /= 2;
      good = 0;
    }
  }
  return x;
};
