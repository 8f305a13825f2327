/** to = slope(x, y + h·k) */
const slope = (
  x: Float64Array,
  y: Float64Array,
  h: number,
  k: Float64Array,
  to: Float64Array,
): void => {
  to[0] = x[0]!;
  for (let i = 1; i < x.length; i++) to[i] = x[i]! * (y[i - 1]! + h * k[i - 1]!);
};

/** One step on from y, in place; the four slopes are left in `k`. */
const step = (x: Float64Array, h: number, y: Float64Array, k: readonly Float64Array[]): void => {
  const [k1, k2, k3, k4] = k as [Float64Array, Float64Array, Float64Array, Float64Array];
  slope(x, y, 0, k1, k1);
  slope(x, y, h / 2, k1, k2);
  slope(x, y, h / 2, k2, k3);
  slope(x, y, h, k3, k4);
  for (let i = 0; i < y.length; i++) y[i]! += (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!);
};

const four = (n: number): Float64Array[] => Array.from({ length: 4 }, () => new Float64Array(n));

export const odeByHand = (x: Float64Array, steps: number): Float64Array => {
  const y = new Float64Array(x.length);
  const k = four(x.length);
  for (let s = 0; s < steps; s++) step(x, 2 / steps, y, k);
  return y;
};

/** The adjoint of `slope`: adds to those of x, y and k what that of its result hands on. */
const slopeBack = (
  x: Float64Array,
  y: Float64Array,
  h: number,
  k: Float64Array,
  bar: Float64Array,
  xBar: Float64Array,
  yBar: Float64Array,
  kBar: Float64Array,
): void => {
  xBar[0]! += bar[0]!;
  for (let i = 1; i < x.length; i++) {
    xBar[i]! += bar[i]! * (y[i - 1]! + h * k[i - 1]!);
    const share = bar[i]! * x[i]!;
    yBar[i - 1]! += share;
    kBar[i - 1]! += h * share;
  }
};

/** The gradient of the last entry: keeps y at each step, and computes the slopes once more. */
export const odeGradientByHand = (x: Float64Array, steps: number): Float64Array => {
  const n = x.length;
  const h = 2 / steps;
  const kept: Float64Array[] = [];
  const y = new Float64Array(n);
  const [k, bars] = [four(n), four(n)];
  for (let s = 0; s < steps; s++) {
    kept.push(y.slice());
    step(x, h, y, k);
  }
  const gradient = new Float64Array(n);
  const bar = new Float64Array(n);
  bar[n - 1] = 1;
  const [k1, k2, k3] = k as [Float64Array, Float64Array, Float64Array];
  const [b1, b2, b3, b4] = bars as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (const start of kept.reverse()) {
    step(x, h, start.slice(), k);
    for (let i = 0; i < n; i++) {
      b1[i] = b4[i] = (h / 6) * bar[i]!;
      b2[i] = b3[i] = (h / 3) * bar[i]!;
    }
    slopeBack(x, start, h, k3, b4, gradient, bar, b3);
    slopeBack(x, start, h / 2, k2, b3, gradient, bar, b2);
    slopeBack(x, start, h / 2, k1, b2, gradient, bar, b1);
    slopeBack(x, start, 0, k1, b1, gradient, bar, b1);
  }
  return gradient;
};
