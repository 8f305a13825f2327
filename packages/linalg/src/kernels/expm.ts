import { largestColumnSum } from "./column-sum.ts";
import { largestMagnitude, exponentOf } from "./exponent.ts";
import { type Arithmetic, type Parts, type Steps, recording, replaying } from "./nilpotent.ts";
import { type Pade, coefficients, halved, sufficient } from "./pade.ts";
import { product } from "./product.ts";
import { type Triangle, correctTriangle, triangleOf } from "./expm-triangle.ts";

/** e^A by scaling and squaring, with all that its derivatives share with it. */
export interface Exponential {
  readonly n: number;
  /** A is divided by 2^this so that its powers stay in range: mostly 0. */
  readonly reduction: number;
  /** e^A = e^shift·e^(A − shift·I) */
  readonly shift: number;
  readonly triangle: Triangle | undefined;
  /** A, shifted and divided. */
  readonly matrix: Float64Array;
  readonly pade: Pade;
  /** How many powers are formed: A, A², A⁴, …. */
  readonly powers: number;
  readonly steps: Steps;
  /** e^A, with entries that are not finite if it leaves the range. */
  readonly value: Float64Array;
}

/**
 * e^A = r(A/2ˢ)^(2ˢ) for a Padé approximant r and as few squarings as the norms of powers of A allow
 * (Al-Mohy & Higham 2009, SIAM J. Matrix Anal. Appl. 31, 970–989) for derivatives along up to `order` directions.
 */
export const exponential = (a: Float64Array, n: number, order: number): Exponential => {
  const triangle = triangleOf(a, n);
  const shift = triangle === undefined ? centre(a, n) : 0;
  const matrix = shifted(a, n, shift);
  const direct = approximated({ n, shift, triangle, matrix, reduction: 0 }, order);
  if (direct.value.every(Number.isFinite)) return direct;
  // It may have been a power of A that left the range.
  const reduction = Math.max(0, exponentOf(largestMagnitude(matrix)));
  const reduced = matrix.map((x) => x * 2 ** -reduction);
  return approximated({ n, shift, triangle, matrix: reduced, reduction }, order);
};

/** The derivative of e^A along E₁, …, E_k, k ≤ order: the same computation with infinitesimal parts. */
export const exponentialAlong = (
  exponential: Exponential,
  directions: readonly Float64Array[],
): Float64Array => {
  const { n, reduction, matrix, powers: count, steps } = exponential;
  const units = directions.map(unitNear);
  const parts = [matrix];
  for (let S = 1; S < 2 ** directions.length; S++) parts.push(new Float64Array(n * n));
  directions.forEach((E, i) => {
    parts[2 ** i] = E.map((x) => (x / units[i]!) * 2 ** -reduction);
  });
  const ring = replaying(n, steps);
  const powers: Parts[] = [parts];
  while (powers.length < count) powers.push(nextPower(ring, powers));
  const last = approximant(ring, powers, exponential).at(-1)!;
  return units.reduce((X, unit) => X.map((x) => x * unit), last);
};

/** A power of two near the largest entry: products of several directions then stay in range. */
const unitNear = (E: Float64Array): number => {
  const top = largestMagnitude(E);
  return top > 0 && top < Infinity ? 2 ** exponentOf(top) : 1;
};

/** The mean of the diagonal if that shift reduces the norm, else 0. */
const centre = (a: Float64Array, n: number): number => {
  let mean = 0;
  for (let i = 0; i < n; i++) mean += a[i * (n + 1)]! / n;
  return largestColumnSum(shifted(a, n, mean), n) < largestColumnSum(a, n) ? mean : 0;
};

const shifted = (a: Float64Array, n: number, shift: number): Float64Array => {
  if (shift === 0) return a;
  const to = a.slice();
  for (let i = 0; i < n; i++) to[i * (n + 1)]! -= shift;
  return to;
};

const approximated = (
  plan: Pick<Exponential, "n" | "shift" | "triangle" | "matrix" | "reduction">,
  order: number,
): Exponential => {
  const { n, matrix } = plan;
  const steps: Steps = [];
  const ring = recording(n, steps);
  const powers: Parts[] = [[matrix]];
  const pade = chosen(ring, powers, n, order);
  const exponential = { ...plan, pade, powers: powers.length, steps };
  return { ...exponential, value: approximant(ring, powers, exponential)[0]! };
};

/** After A, A², …, A²ⁱ comes A²ⁱ·A². */
const nextPower = (ring: Arithmetic, powers: readonly Parts[]): Parts =>
  ring.times(powers.at(-1)!, powers[1] ?? powers[0]!);

/** The approximant, and in `powers` those of A that it is made of. */
const chosen = (ring: Arithmetic, powers: Parts[], n: number, order: number): Pade => {
  const a = powers[0]![0]!;
  const norms: number[] = [];
  while (norms.length < 3) {
    powers.push(nextPower(ring, powers));
    norms.push(largestColumnSum(powers.at(-1)![0]!, n));
    const degree = sufficient(a, n, norms, order);
    if (degree === 9) powers.push(nextPower(ring, powers));
    if (degree !== undefined) return { degree, halvings: 0 };
  }
  const [A4, A6] = [powers[2]![0]!, powers[3]![0]!];
  const norm = (B: Float64Array): number => largestColumnSum(product(A4, B, n, n, n), n);
  return halved(a, n, norms, order, () => [norm(A4), norm(A6)]);
};

/** r(A/2ˢ), squared s times. */
const approximant = (
  ring: Arithmetic,
  powers: readonly Parts[],
  { n, pade, shift, reduction, triangle }: Omit<Exponential, "value">,
): Parts => {
  const squarings = pade.halvings + reduction;
  let X = rational(ring, powers, pade, n);
  // Before squaring, so that neither factor leaves the range where the product does not.
  X = multiplied(X, Math.exp(shift / 2 ** squarings));
  for (let left = squarings; left >= 0; left--) {
    if (left < squarings) X = ring.times(X, X);
    if (triangle !== undefined) correctTriangle(X[0]!, n, triangle, 2 ** -left);
  }
  return X;
};

/** r(A/2ˢ) = (v − u)⁻¹·(v + u), where u has the odd and v the even terms of the numerator. */
const rational = (
  ring: Arithmetic,
  powers: readonly Parts[],
  { degree, halvings }: Pade,
  n: number,
): Parts => {
  const scaled = powers.map((P, i) => multiplied(P, 2 ** (-halvings * Math.max(1, 2 * i))));
  const c = coefficients[degree];
  const even = c.filter((_, j) => j % 2 === 0);
  const odd = c.filter((_, j) => j % 2 === 1);
  const V = polynomial(ring, scaled, even, n);
  const U = ring.times(scaled[0]!, polynomial(ring, scaled, odd, n));
  return ring.quotient(sum(V, U, -1), sum(V, U, 1));
};

/** Σ cᵢ·A²ⁱ; beyond A⁶ as A⁶·(c₄·A² + …) + (c₀·I + …), unless A⁸ is at hand. */
const polynomial = (
  ring: Arithmetic,
  powers: readonly Parts[],
  c: readonly number[],
  n: number,
): Parts => {
  if (c.length <= powers.length) return combined(powers, c, n);
  const high = ring.times(powers[3]!, combined(powers, [0, ...c.slice(4)], n));
  return sum(high, combined(powers, c.slice(0, 4), n), 1);
};

/** Σ cᵢ·A²ⁱ, i = 0, 1, … */
const combined = (powers: readonly Parts[], c: readonly number[], n: number): Parts =>
  powers[0]!.map((_, S) => {
    const to = new Float64Array(n * n);
    for (let i = 1; i < c.length; i++) {
      const [factor, P] = [c[i]!, powers[i]![S]!];
      for (let k = 0; k < to.length; k++) to[k]! += factor * P[k]!;
    }
    if (S === 0) for (let i = 0; i < n; i++) to[i * (n + 1)]! += c[0]!;
    return to;
  });

const multiplied = (X: Parts, factor: number): Parts =>
  factor === 1 ? X : X.map((part) => part.map((x) => x * factor));

const sum = (X: Parts, Y: Parts, sign: 1 | -1): Parts =>
  X.map((part, S) => part.map((x, k) => x + sign * Y[S]![k]!));
