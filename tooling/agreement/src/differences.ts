import { JacobianError } from "@jacobian/core";
import { richardson } from "@tooling/conformance";
import type { Estimate } from "@tooling/conformance";
import { largest, numbersOf, shapedLike } from "./numbers.ts";

/** Lengths to go from a point: whichever suits the function, its estimate of the error is smallest. */
const radii = [1, 2 ** -4, 2 ** -9, 2 ** -16];

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

/** The smallest step of `richardson`, for a radius of 1. */
const smallest = 2 ** -12;

/** What `run` gives, or nothing where it refuses its input: so far from x it need not be defined. */
const whereDefined = <T>(run: () => T): readonly T[] => {
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
  lengths: readonly number[] = radii,
): Estimate[] => {
  const direction = numbersOf(v);
  const values = numbersOf(f(x));
  const rounding = (Number.EPSILON * largest(values)) / smallest;
  const estimates = (r: number): Estimate[] => {
    const far = (t: number) => numbersOf(f(moved(x, direction, r * t)));
    return richardson(far).map(({ value, error }) => ({
      value: value / r,
      error: (error + rounding) / r,
    }));
  };
  const tries = lengths.flatMap((r) => whereDefined(() => estimates(r)));
  return values.map((_, k) =>
    tries
      .map((entries) => entries[k] ?? { value: NaN, error: Infinity })
      .reduce((best, estimate) => (estimate.error < best.error ? estimate : best)),
  );
};

/** An error estimate is itself a guess: this many of it are allowed, … */
const estimates = 100;

/** … and at least this much of the size of the derivative, … */
const trusted = 1e-9;

/** … but an estimate beyond this part of it proves nothing. */
const useless = 1e-5;

/** In words, where a derivative is not what the differences say. */
export const againstDifferences = (
  what: string,
  expected: readonly Estimate[],
  got: readonly number[],
  scale: number,
): string[] => {
  const size = Math.max(scale, largest(expected.map(({ value }) => value)));
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
