import type { Value } from "@jacobian/core";
import { random } from "@tooling/conformance";
import type { AnyFunction } from "./engines.ts";
import { record, vjp } from "./engines.ts";
import { numbersOf, shapedLike } from "./numbers.ts";

/** What a use of f gives: its numbers, or what it throws. */
const outcome = (use: () => { readonly value: unknown; readonly cotangent: unknown }): string => {
  try {
    const { value, cotangent } = use();
    // −0 counts: as bits of float64.
    return [...numbersOf(value), ...numbersOf(cotangent)]
      .map((x) => (Object.is(x, -0) ? "-0" : String(x)))
      .join(" ");
  } catch (error) {
    return String(error);
  }
};

/** How many uses of a record were replays, and what was wrong with them. */
export interface Replays {
  readonly wrong: readonly string[];
  readonly uses: number;
  readonly replayed: number;
}

/**
 * A record of f made at x and used nearby, at x again and far off, at `most` so many places: value and Jᵀ·w are those
 * of f there, to the last bit, and what is thrown is what f throws.
 */
export const replays = (
  name: string,
  f: AnyFunction,
  x: unknown,
  w: unknown,
  most = Infinity,
): Replays => {
  const recorded = record(f, x);
  const entries = numbersOf(x);
  const draw = random(entries.length);
  const places = [
    entries.map((entry) => entry * (1 + 2 ** -12 * draw())),
    entries,
    entries.map(() => 2 * draw()),
    entries.map((entry) => entry + 2 ** -12 * draw()),
    entries.map((entry) => -entry),
  ].slice(0, most);
  const wrong = places.flatMap((place, k) => {
    const at = shapedLike(x, place);
    // Its inputs are lists of values.
    const replayed = outcome(() => recorded.vjp(at as Value[], w));
    const expected = outcome(() => vjp(f, at, w));
    return replayed === expected
      ? []
      : [`${name}, its record at place ${k}: expected ${expected}, got ${replayed}`];
  });
  // The first evaluation made the record.
  const replayed = places.length - (recorded.evaluations - 1);
  return { wrong, uses: places.length, replayed };
};
