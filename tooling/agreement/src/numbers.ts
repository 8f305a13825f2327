import { flatten as flattened, unflatten, value } from "@jacobian/core";
import type { Value } from "@jacobian/core";

/** All entries of a container as plain numbers, in container order. */
export const numbersOf = (x: unknown): number[] => {
  const entries: Value = flattened("numbers", x);
  // A vector, with whatever algebra it had taken off.
  return Array.from(value(entries) as Float64Array);
};

/** The container shaped like `model` that holds these numbers. */
export const shapedLike = (model: unknown, numbers: readonly number[]): unknown =>
  unflatten("numbers", model, Float64Array.from(numbers));

/** The largest absolute entry; 0 of none. */
export const largest = (x: readonly number[]): number =>
  x.reduce((m, a) => Math.max(m, Math.abs(a)), 0);

/** So many wrong entries are written out. */
const shown = 3;

/** In words where `got` is further from `expected` than `tolerance`; NaN agrees with nothing. */
export const differ = (
  what: string,
  expected: readonly number[],
  got: readonly number[],
  tolerance: number,
): string[] => {
  if (expected.length !== got.length) {
    return [`${what}: expected ${expected.length} entries, got ${got.length}`];
  }
  const wrong = expected.flatMap((e, k) => {
    const g = got[k] ?? NaN;
    return Math.abs(e - g) <= tolerance ? [] : [`${what}, entry ${k}: expected ${e}, got ${g}`];
  });
  const more = wrong.length - shown;
  return more > 0 ? [...wrong.slice(0, shown), `${what}: and ${more} more entries`] : wrong;
};

/** What `run` says, or what it throws, in words. */
export const failures = (what: string, run: () => string[]): string[] => {
  try {
    return run();
  } catch (error) {
    return [`${what}: threw ${error instanceof Error ? error.message : String(error)}`];
  }
};
