/** Between these bounds neither x² nor y² overflows, and what underflows is below half an ulp of the sum. */
const LARGE = 2 ** 511;
const SMALL = 2 ** -459;
/** A power of two, so that scaling is exact: 2⁶⁰⁰ lifts the smallest subnormal above SMALL. */
const SCALE = 2 ** 600;

/**
 * √(x² + y²) without undue overflow or underflow. An infinite argument gives ∞ even beside NaN (IEEE 754-2019, 9.2).
 * Only the extremes are scaled, so the usual path is two products and a root.
 */
export function hypot2(x: number, y: number): number {
  const m = Math.max(Math.abs(x), Math.abs(y));
  if (m > SMALL && m < LARGE) return Math.sqrt(x * x + y * y);
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  const s = m >= LARGE ? 1 / SCALE : SCALE;
  const a = s * x;
  const b = s * y;
  return Math.sqrt(a * a + b * b) / s;
}
