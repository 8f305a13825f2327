/** sᵢ − Σⱼ xⱼ·tᵢʲ */
const residual = (x: Float64Array, t: number): number => {
  let rest = Math.sign(t);
  let power = 1;
  for (const xj of x) {
    rest -= xj * power;
    power *= t;
  }
  return rest;
};

const point = (i: number, n: number): number => -1 + (2 * i) / (n - 1);

export const llsqByHand = (x: Float64Array, n: number): number => {
  let total = 0;
  for (let i = 0; i < n; i++) total += residual(x, point(i, n)) ** 2;
  return total / 2;
};

/** −Σᵢ rᵢ·tᵢʲ for the residual r. */
export const llsqGradientByHand = (x: Float64Array, n: number): Float64Array => {
  const gradient = new Float64Array(x.length);
  for (let i = 0; i < n; i++) {
    const t = point(i, n);
    let share = -residual(x, t);
    for (let j = 0; j < x.length; j++) {
      gradient[j]! += share;
      share *= t;
    }
  }
  return gradient;
};
