import { get } from "./table.ts";

/** The largest absolute entry; 0 of nothing. */
export const largest = (x: ArrayLike<number>): number =>
  Array.from(x).reduce((m, a) => Math.max(m, Math.abs(a)), 0);

const shown = 3;

/**
 * Failures, in words: entries of `got` further than `tolerance(i)` from those of `expected`.
 * NaN agrees with nothing. A number of entries that differs is one failure.
 */
export const compare = (
  what: string,
  expected: ArrayLike<number>,
  got: ArrayLike<number>,
  tolerance: (i: number) => number,
): string[] => {
  if (expected.length !== got.length) {
    return [`${what}: expected ${expected.length} entries, got ${got.length}`];
  }
  const wrong = Array.from(expected).flatMap((e, i) => {
    const g = get(got, i);
    return Math.abs(e - g) <= tolerance(i) ? [] : [`${what}, entry ${i}: expected ${e}, got ${g}`];
  });
  const more = wrong.length - shown;
  return more > 0 ? [...wrong.slice(0, shown), `${what}: and ${more} more entries`] : wrong;
};

/** Failures of a structure in words. */
export const sameOutline = (what: string, expected: string, got: string): string[] =>
  expected === got ? [] : [`${what}: expected ${expected}, got ${got}`];
