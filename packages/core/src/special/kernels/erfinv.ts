import { erf, erfc } from "./erf.ts";

const HALF_ROOT_PI = 0.886226925452758;

/** Winitzki's approximation in closed form (2008; a = 0.147), good to 2e-3; the form avoids cancellation near 0. */
function firstGuess(x: number): number {
  const log = Math.log1p(-x * x);
  const b = 2 / (Math.PI * 0.147) + log / 2;
  const square = -log / 0.147;
  return Math.sqrt(square / (Math.sqrt(b * b + square) + b));
}

/**
 * One step of Halley's method on erf(y) = x, using erf″ = −2y·erf′: the error is cubed.
 * From ½ on the residual is taken in the complement, where 1 − x is exact.
 */
function refined(y: number, x: number): number {
  const residual = x < 0.5 ? erf(y) - x : 1 - x - erfc(y);
  const newton = residual * HALF_ROOT_PI * Math.exp(y * y);
  return y - newton / (1 + y * newton);
}

/** The inverse of erf: ±∞ at ±1, NaN beyond. To 1e-15 relative to the inverse of the double that is given. */
export function erfinv(x: number): number {
  const a = Math.abs(x);
  if (a >= 1) return a === 1 ? x * Infinity : NaN;
  if (a === 0) return x;
  return Math.sign(x) * refined(refined(firstGuess(a), a), a);
}
