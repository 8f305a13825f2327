import { type Rational, rational } from "../formula/rational.ts";
import { product, raised } from "../polynomial/distribute.ts";
import { include, one, type Terms } from "../polynomial/terms.ts";

const none: Terms = /*#__PURE__*/ new Map();

/** A power series in t, of which each coefficient is computed from lower ones when it is first asked for. */
export class PowerSeries {
  private readonly known: Terms[] = [];
  constructor(
    /** Coefficient k, k rising from 0. */
    private readonly next: (k: number) => Terms,
    /** The number that it is at t = 0, if that is one. */
    readonly number: number | undefined,
    /** Whether all coefficients but the first are 0. */
    readonly isConstant = false,
  ) {}

  coefficient(k: number): Terms {
    if (this.isConstant && k > 0) return none;
    while (this.known.length <= k) this.known.push(this.next(this.known.length));
    return this.known[k]!;
  }
}

/** Coefficients by their index. */
export type Recurrence = (k: number) => Terms;

/** factor·a + factor·b + … */
export const combined = (...terms: readonly (readonly [Rational, Terms])[]): Terms => {
  const sum: Terms = new Map();
  for (const [factor, x] of terms) include(sum, x, factor);
  return sum;
};

/** Σ weight(j)·x_j·y_{k−j} over from ≤ j ≤ k. */
export const convolved = (
  x: PowerSeries,
  y: PowerSeries,
  k: number,
  from = 0,
  weight: (j: number) => Rational = () => one,
): Terms => {
  const sum: Terms = new Map();
  for (let j = from; j <= k; j++) {
    const a = x.coefficient(j);
    // What is 0 for x need not be asked of y, which may be about to be made.
    if (a.size > 0) include(sum, product(a, y.coefficient(k - j)), weight(j));
  }
  return sum;
};

const minusOne: Rational = { n: -1n, d: 1n };

/** The quotient q = x/y by q·y = x, from 1/y₀. */
export const quotient =
  (x: Recurrence, y: PowerSeries, q: () => PowerSeries, inverse: Terms): Recurrence =>
  (k) =>
    k === 0
      ? product(x(0), inverse)
      : product(combined([one, x(k)], [minusOne, convolved(y, q(), k, 1)]), inverse);

/**
 * z = x^r by x·z′ = r·x′·z, from z₀ and 1/x₀ (Knuth, TAOCP 4.7, equation 9).
 */
export const power =
  (x: PowerSeries, r: Rational, z: () => PowerSeries, start: Terms, inverse: Terms): Recurrence =>
  (k) => {
    if (k === 0) return start;
    const n = BigInt(k);
    // (j·r − (k − j))/k
    const weight = (j: number): Rational => rational(BigInt(j) * (r.n + r.d) - n * r.d, r.d * n);
    return product(convolved(x, z(), k, 1, weight), inverse);
  };

/** The integral of a slope from y₀: y_k is coefficient k − 1 of it over k. */
export const integral =
  (start: Terms, slope: Recurrence): Recurrence =>
  (k) =>
    k === 0 ? start : combined([{ n: 1n, d: BigInt(k) }, slope(k - 1)]);

/** Coefficient k of x′·p. */
export const slope = (x: PowerSeries, p: PowerSeries, k: number): Terms => {
  const sum: Terms = new Map();
  for (let j = 1; j <= k + 1; j++) {
    const a = x.coefficient(j);
    if (a.size > 0) include(sum, product(a, p.coefficient(k + 1 - j)), { n: BigInt(j), d: 1n });
  }
  return sum;
};

/** 1/x of a constant; undefined of 0. */
export const inverted = (x: Terms): Terms | undefined => raised(x, minusOne);
