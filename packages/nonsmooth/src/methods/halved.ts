import { moved, sameVector } from "./vectors.ts";

/**
 * What is made of the first of x + d, x + d/2, x + d/4 … that is taken; undefined where rounding ends the way, or if d is not
 * finite.
 */
export const halved = <T>(
  x: Float64Array,
  d: Float64Array,
  taken: (y: Float64Array, t: number) => T | undefined,
): T | undefined => {
  for (let t = 1; t > 0; t /= 2) {
    const y = moved(x, t, d);
    if (sameVector(y, x)) return undefined;
    const found = y.every(Number.isFinite) ? taken(y, t) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};
