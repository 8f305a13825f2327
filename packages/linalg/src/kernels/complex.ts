/** re + i·im */
export type Complex = readonly [re: number, im: number];

export const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];

export const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

/** The quotient, without an overflow on the way (Smith 1962). */
export const over = ([a, b]: Complex, [c, d]: Complex): Complex => {
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const divisor = c + d * ratio;
    return [(a + b * ratio) / divisor, (b - a * ratio) / divisor];
  }
  const ratio = c / d;
  const divisor = d + c * ratio;
  return [(a * ratio + b) / divisor, (b * ratio - a) / divisor];
};

/** |re| + |im|, within √2 of the modulus. */
export const size = ([re, im]: Complex): number => Math.abs(re) + Math.abs(im);
