/**
 * The signed distance from x to the nearest integer, in [-½, ½]. The subtraction is exact, so nothing
 * is lost before the multiplication by π, however large x is. NaN at ±∞.
 */
const fromNearestInteger = (x: number): number => x - Math.round(x);

/** −1 at odd integers, 1 at even ones. */
const parity = (n: number): number => (n % 2 === 0 ? 1 : -1);

/**
 * sin(πx), exact at integers and half-integers; sinpi(±n) = ±0 (IEEE 754-2019, 9.2).
 * Beyond an eighth of a turn the cosine of the complement is taken: there π·r alone would carry the
 * rounding of the product into a steep cosine.
 */
export function sinpi(x: number): number {
  const r = fromNearestInteger(x);
  if (r === 0) return 0 * x;
  const s =
    Math.abs(r) <= 0.25
      ? Math.sin(Math.PI * r)
      : Math.sign(r) * Math.cos(Math.PI * (0.5 - Math.abs(r)));
  return parity(x - r) * s;
}

/** cos(πx), exact at integers and half-integers; cospi(n + ½) = +0 (IEEE 754-2019, 9.2). */
export function cospi(x: number): number {
  const r = Math.abs(fromNearestInteger(x));
  if (r === 0.5) return 0;
  const c = r <= 0.25 ? Math.cos(Math.PI * r) : Math.sin(Math.PI * (0.5 - r));
  return parity(Math.round(x)) * c;
}
