import { type Value, add, entriesOf, sub, value } from "@jacobian/core";
import { entryOf } from "./entries.ts";
import type { Kink } from "./kink.ts";
import { type Reduced, linesOf, weighted } from "./lines.ts";

/** The largest (sign 1) or smallest (−1) entry of each line: entries that tie meet. */
export const extreme =
  (sign: 1 | -1): Reduced =>
  (policy, name, x, y, axis) => {
    const { notice, tolerance = 0 } = policy;
    const [entries, tops] = [entriesOf(value(x)), entriesOf(value(y))];
    const weights = new Float64Array(entries.length);
    let kinks = 0;
    linesOf(value(x), axis).forEach((line, entry) => {
      const near = line.filter(
        (k) => Math.abs(entries[k]! - tops[entry]!) <= tolerance || entries[k] === tops[entry],
      );
      const tied = near.filter((k) => entries[k] === tops[entry]);
      const sides = near.map((k) => entries[k]!);
      if (near.length > 1) notice?.({ name, entry, sides, convention: "mean" });
      if (tied.length > 1) kinks++;
      const coefficients =
        tied.length > 1 ? policy.choose(tie(name, entry, sign, x, tied, sides)) : [1];
      tied.forEach((k, j) => (weights[k] = coefficients[j]!));
    });
    return kinks === 0 ? undefined : add(value(y), weighted(x, weights, axis));
  };

const tie = (
  name: string,
  entry: number,
  sign: 1 | -1,
  x: Value,
  tied: readonly number[],
  sides: readonly number[],
): Kink => {
  const parts = tied.map((k) => entryOf(x, k));
  const ahead = (p: Value, q: Value): Value => (sign === 1 ? sub(p, q) : sub(q, p));
  return {
    name,
    entry,
    sides,
    convention: "mean",
    parts,
    options: () => parts.map((p) => parts.flatMap((q) => (p === q ? [] : [ahead(p, q)]))),
    conventional: parts.map(() => 1 / parts.length),
  };
};
