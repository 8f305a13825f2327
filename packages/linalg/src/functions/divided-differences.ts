import { DomainError } from "@jacobian/core";
import { exponentOf, largestMagnitude } from "../kernels/exponent.ts";
import { type Coefficients, type ScalarFunction, taylor } from "./jet.ts";

/** The series of g about a centre, in multiples of a unit near it, so that no coefficient overflows. */
interface Expansion {
  readonly centre: number;
  readonly unit: number;
  readonly coefficient: Coefficients;
}

/** A function and the points, ascending, at which its divided differences are asked for. */
interface Subject {
  readonly operation: string;
  readonly g: ScalarFunction;
  readonly points: Float64Array;
  readonly about: (centre: number) => Expansion;
}

/** The divided difference of g at the points with these places, ascending: of order k for k + 1 places. */
export type DividedDifferences = (places: readonly number[]) => number;

/** So many terms of a series, which then converges at least like 2⁻ᵏ: beyond, the quotient does not cancel. */
const mostTerms = 40;

const expansions = (
  operation: string,
  g: ScalarFunction,
  points: Float64Array,
): Subject["about"] => {
  const known = new Map<number, Expansion>();
  const top = largestMagnitude(points);
  return (centre) => {
    const before = known.get(centre);
    if (before !== undefined) return before;
    const size = Math.max(Math.abs(centre), top * Number.EPSILON);
    const unit = size > 0 ? 2 ** exponentOf(size) : 1;
    const expansion = { centre, unit, coefficient: taylor(operation, g, centre, unit) };
    known.set(centre, expansion);
    return expansion;
  };
};

/**
 * Σⱼ cⱼ·h_(j−k)(t), j ≥ k, where h_m is the sum of all monomials of degree m in the distances t from the centre:
 * the divided difference of a power series (docs/rules.md (13.9)). Undefined if it does not converge
 * fast. `terms` is how many it took.
 */
const summed = (
  { centre, unit, coefficient }: Expansion,
  xs: readonly number[],
): { readonly sum: number; readonly terms: number } | undefined => {
  const k = xs.length - 1;
  const t = xs.map((x) => (x - centre) / unit);
  const h = xs.map(() => 1);
  let [sum, largest, last, negligible] = [0, 0, Infinity, 0];
  for (let m = 0; m < mostTerms; m++) {
    const term = coefficient(k + m) * h[k]!;
    if (!Number.isFinite(term)) {
      // Near the ends of the range higher derivatives leave it: what was summed may do.
      return last <= Math.abs(sum) * 2 ** -40 ? { sum: sum / unit ** k, terms: m - 1 } : undefined;
    }
    sum += term;
    last = Math.abs(term);
    largest = Math.max(largest, last);
    negligible = last <= Math.abs(sum) * 2 ** -56 ? negligible + 1 : 0;
    if (negligible === 2) return { sum: sum / unit ** k, terms: m };
    if (m > 12 && last > largest / 4) return undefined;
    h[0]! *= t[0]!;
    for (let r = 1; r <= k; r++) h[r] = h[r - 1]! + t[r]! * h[r]!;
  }
  return undefined;
};

/** Whether the series about one centre foretells the coefficient of order k of that about x. */
const foretells = (
  { centre, unit, coefficient }: Expansion,
  other: Expansion,
  k: number,
  terms: number,
): boolean => {
  const t = (other.centre - centre) / unit;
  let [power, sum, size] = [1, 0, 0];
  for (let m = 0; m <= terms; m++) {
    const term = coefficient(k + m) * power;
    sum += term;
    size += Math.abs(term);
    power *= (t * (k + m + 1)) / (m + 1);
  }
  const actual = other.coefficient(k) * (unit / other.unit) ** k;
  return Math.abs(sum - actual) <= 2 ** -42 * (size + Math.abs(actual));
};

/**
 * By the series about a point near all others, if it converges and is confirmed by the series about the
 * outermost points and, roughly, by the quotient: a function may do anything between two points.
 */
const bySeries = (
  { about }: Subject,
  xs: readonly number[],
  centre: number,
  low: number,
  high: number,
): number | undefined => {
  const expansion = about(centre);
  const result = summed(expansion, xs);
  if (result === undefined) return undefined;
  const { sum, terms } = result;
  const [first = NaN, last = NaN] = [xs[0], xs.at(-1)];
  const gap = Math.abs(sum * (last - first) - (high - low));
  if (!(gap <= 2 ** -16 * (Math.abs(low) + Math.abs(high)))) return undefined;
  const k = xs.length - 1;
  const confirmed = [first, last].every((x) => foretells(expansion, about(x), k, terms));
  return confirmed ? sum : undefined;
};

/** Places to expand about: the point in the middle, the outermost ones, and last what is no point. */
const centres = (xs: readonly number[], cancels: boolean): readonly number[] => {
  const [first = NaN, last = NaN] = [xs[0], xs.at(-1)];
  const ends = Math.abs(first) > Math.abs(last) ? [first, last] : [last, first];
  const inner = xs.length > 2 ? [xs[xs.length >> 1]!] : [];
  return [...inner, ...ends, ...(cancels ? [first + (last - first) / 2] : [])];
};

/** g[x₀, …, x_k] from the two of one order less, (g[x₁, …] − g[x₀, …])/(x_k − x₀), where that does not cancel. */
const difference = (subject: Subject, xs: readonly number[], low: number, high: number): number => {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const quotient = (high - low) / (xs.at(-1)! - xs[0]!);
  // What is not exact already, the values of g, may have cancelled inside g.
  if (xs.length > 2 && Math.abs(high - low) > largest / 8) return quotient;
  for (const centre of centres(xs, Math.abs(high - low) < largest / 1024)) {
    const sum = bySeries(subject, xs, centre, low, high);
    if (sum !== undefined) return sum;
  }
  return quotient;
};

/** What a message calls a function. */
export const nameOf = (g: ScalarFunction & { readonly rule?: { readonly name: string } }): string =>
  g.rule?.name ?? (g.name === "" ? "the function" : g.name);

/** @throws DomainError for what is not finite. */
const finite = (
  { operation, g, points }: Subject,
  places: readonly number[],
  d: number,
): number => {
  if (Number.isFinite(d)) return d;
  const k = places.length - 1;
  const what = k === 0 ? "a finite value" : `a finite derivative of order ${k}`;
  const at = [...new Set(places)].map((i) => `${String(points[i])} (no. ${i})`).join(", ");
  throw new DomainError(
    `${operation}: expected a function that has ${what} at every eigenvalue, got ${String(d)} for ${nameOf(g)} at ${at}; keep the eigenvalues away from there`,
  );
};

/**
 * The divided differences of g at ascending points, also at points that are equal or nearly so, where they
 * are derivatives: g[x, …, x] = g⁽ᵏ⁾(x)/k!. Relative accuracy is some 10⁻¹⁴ at order 1 where g itself has
 * full accuracy and does not cancel between points that its series do not span.
 * @throws DomainError, in the name of `operation`, for one that is not finite, or if g depends on anything but
 * its argument and plain numbers.
 */
export const dividedDifferences = (
  operation: string,
  g: ScalarFunction,
  points: Float64Array,
): DividedDifferences => {
  const subject = { operation, g, points, about: expansions(operation, g, points) };
  const known = new Map<number, number>();
  const made = (places: readonly number[]): number => {
    const xs = places.map((i) => points[i]!);
    const [first = NaN, last = NaN] = [xs[0], xs.at(-1)];
    if (first === last) {
      const { unit, coefficient } = subject.about(first);
      const k = places.length - 1;
      return finite(subject, places, coefficient(k) / unit ** k);
    }
    const [low, high] = [at(places.slice(0, -1)), at(places.slice(1))];
    return finite(subject, places, difference(subject, xs, low, high));
  };
  const at: DividedDifferences = (places) => {
    // Exact as long as n^(k + 1) is below 2⁵³.
    const key = places.reduce((code, i) => code * (points.length + 1) + i + 1, 0);
    const before = known.get(key);
    if (before !== undefined) return before;
    const d = made(places);
    known.set(key, d);
    return d;
  };
  return at;
};
