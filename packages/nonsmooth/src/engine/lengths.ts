import {
  type BinaryRule,
  type Value,
  add,
  entriesOf,
  entryAt,
  hypot,
  plainOf,
  scale,
  shapeOf,
  sizeOf,
  value,
} from "@jacobian/core";
import { ball } from "./bodies.ts";
import { entryOf, moved } from "./entries.ts";
import type { Kink, Policy } from "./kink.ts";
import { type Reduced, linesOf, weighted } from "./lines.ts";

/** A length at 0. */
const origin = (name: string, entry: number, parts: readonly Value[]): Kink => ({
  name,
  entry,
  sides: parts.map(() => 0),
  convention: 0,
  parts,
  options: () => [],
  body: ball(parts.length),
  conventional: parts.map(() => 0),
});

const noticeLength = (
  { notice, tolerance = 0 }: Policy,
  name: string,
  entry: number,
  sides: readonly number[],
): void => {
  if (Math.hypot(...sides) <= tolerance) notice?.({ name, entry, sides, convention: 0 });
};

/** The length of each line: those that are 0 have a kink. */
export const length: Reduced = (policy, name, x, y, axis) => {
  const entries = entriesOf(value(x));
  const weights = new Float64Array(entries.length);
  let kinks = 0;
  linesOf(value(x), axis).forEach((line, entry) => {
    const sides = line.map((k) => entries[k]!);
    noticeLength(policy, name, entry, sides);
    if (line.length === 0 || sides.some((side) => side !== 0)) return;
    kinks++;
    const coefficients = policy.choose(
      origin(
        name,
        entry,
        line.map((k) => entryOf(x, k)),
      ),
    );
    line.forEach((k, j) => (weights[k] = coefficients[j]!));
  });
  // The rule takes 0 for the derivative of a length at 0.
  return kinks === 0 ? undefined : add(y, weighted(x, weights, axis));
};

/** hypot(x, y), entry by entry, if there is a kink in it. */
export const hypotenuse = <S>(
  policy: Policy,
  rule: BinaryRule<S>,
  x: Value,
  y: Value,
  s: S,
): Value | undefined => {
  if ((rule as unknown) !== hypot.rule) return undefined;
  const z = rule.apply(x, y, s);
  const [p, q, shape] = [value(x), value(y), shapeOf(z)];
  const weights = [new Float64Array(sizeOf(shape)), new Float64Array(sizeOf(shape))] as const;
  let kinks = 0;
  for (let entry = 0; entry < sizeOf(shape); entry++) {
    const sides = [entryAt(p, entry), entryAt(q, entry)];
    noticeLength(policy, rule.name, entry, sides);
    if (sides.some((side) => side !== 0)) continue;
    kinks++;
    const coefficients = policy.choose(
      origin(rule.name, entry, [entryOf(x, entry), entryOf(y, entry)]),
    );
    weights.forEach((weight, k) => (weight[entry] = coefficients[k]!));
  }
  if (kinks === 0) return z;
  const [u, v] = weights.map((weight) => plainOf(shape, weight));
  return add(z, add(scale(u!, moved(x)), scale(v!, moved(y))));
};
