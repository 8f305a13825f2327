/** Beyond this the splitting below would overflow. */
const LARGE = 2 ** 900;

/** The upper half of the digits of x (Veltkamp's splitting). */
function head(x: number): number {
  const c = (2 ** 27 + 1) * x;
  return c - (c - x);
}

/** a − q·s for q near a/s, with the product formed exactly (Dekker, Numer. Math. 18, 1971). */
export function residual(a: number, q: number, s: number): number {
  if (s > LARGE) return residual(a / LARGE, q, s / LARGE) * LARGE;
  const product = q * s;
  const qh = head(q);
  const sh = head(s);
  const error = qh * sh - product + qh * (s - sh) + (q - qh) * sh + (q - qh) * (s - sh);
  return a - product - error;
}
