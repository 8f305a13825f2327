import { JacobianError } from "@jacobian/core";
import { richardson } from "@tooling/conformance";
import type { Estimate } from "@tooling/conformance";
import { largest, numbersOf, shapedLike } from "./numbers.ts";

/** How to go along a line. */
interface Walk {
  /** Lengths to go from a point: whichever suits the function, its estimate of the error is smallest. */
  readonly radii: readonly number[];
  /** So many differences, each over half the length of the one before, the first over r/16. */
  readonly steps: number;
}

/** For any function whatever. */
const thorough: Walk = { radii: [1, 2 ** -4, 2 ** -9, 2 ** -16], steps: 9 };

/** A direction, each entry stretched by max(1, |xₖ|) so that it is felt where x is large. */
export const stretched = (x: unknown, draw: () => number): unknown =>
  shapedLike(
    x,
    numbersOf(x).map((entry) => draw() * Math.max(1, Math.abs(entry))),
  );

/** x + t·v on plain containers. */
const moved = (x: unknown, v: readonly number[], t: number): unknown =>
  shapedLike(
    x,
    numbersOf(x).map((entry, k) => entry + t * (v[k] ?? NaN)),
  );

/** What `run` gives, or nothing where it refuses its input: so far from x it need not be defined. */
export const whereDefined = <T>(run: () => T): readonly T[] => {
  try {
    return [run()];
  } catch (error) {
    if (error instanceof JacobianError) return [];
    throw error;
  }
};

/**
 * J(x)·v by Richardson-extrapolated differences of f, entry by entry. Two estimates may agree by
 * chance: an error is at least the rounding of the largest value over the smallest step.
 */
export const difference = (
  f: (x: unknown) => unknown,
  x: unknown,
  v: unknown,
  { radii, steps }: Walk = thorough,
): Estimate[] => {
  const direction = numbersOf(v);
  const values = numbersOf(f(x));
  const rounding = Number.EPSILON * largest(values) * 2 ** (steps + 3);
  const estimates = (r: number): Estimate[] => {
    const far = (t: number) => numbersOf(f(moved(x, direction, r * t)));
    return richardson(far, steps).map(({ value, error }) => ({
      value: value / r,
      error: (error + rounding) / r,
    }));
  };
  let best = values.map((): Estimate => ({ value: NaN, error: Infinity }));
  for (const r of radii) {
    const [tried = best] = whereDefined(() => estimates(r));
    best = best.map((estimate, k) => better(estimate, tried[k] ?? estimate));
    if (suffices(best)) break;
  }
  return best;
};

const better = (a: Estimate, b: Estimate): Estimate => (b.error < a.error ? b : a);

/** An error estimate is itself a guess: this many of it are allowed, … */
const estimates = 100;

/** … and at least this much of the size of the derivative, … */
const trusted = 1e-9;

/** … but an estimate beyond this part of it proves nothing. */
const useless = 1e-5;

/** Whether a better estimate would hardly be felt, where the derivative itself is what it is measured by. */
const suffices = (found: readonly Estimate[]): boolean =>
  found.every(({ error }) => estimates * error <= trusted * sizeOf(found, 0));

/** The size that derivatives are measured by: what they are made of, or they themselves. */
const sizeOf = (expected: readonly Estimate[], scale: number): number =>
  Math.max(scale, largest(expected.map(({ value }) => value)));

/** Whether an estimate proves nothing, so that the differences cannot be compared. */
export const tooRough = (expected: readonly Estimate[], scale: number): boolean =>
  !expected.every(({ error }) => error <= useless * sizeOf(expected, scale));

/** In words, where a derivative is not what the differences say. */
export const againstDifferences = (
  what: string,
  expected: readonly Estimate[],
  got: readonly number[],
  scale: number,
): string[] => {
  const size = sizeOf(expected, scale);
  return expected.flatMap(({ value, error }, k) => {
    const g = got[k] ?? NaN;
    if (!(error <= useless * size))
      return [`${what}, entry ${k}: differences are too rough (${error})`];
    const tolerance = estimates * error + trusted * size;
    return Math.abs(value - g) <= tolerance
      ? []
      : [`${what}, entry ${k}: differences give ${value} ± ${error}, got ${g}`];
  });
};
