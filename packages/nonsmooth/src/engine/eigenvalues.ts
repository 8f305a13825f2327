import {
  type StructuredRule,
  type Value,
  add,
  entriesOf,
  plainOf,
  scale,
  shapeOf,
  stack,
  sum,
  value,
} from "@jacobian/core";
import { clusters, columnOf, gapOf, spectraplex } from "./bodies.ts";
import { entryOf, moved } from "./entries.ts";
import type { Kink, Policy } from "./kink.ts";

/** ⟨C, A⟩ as A moves. */
const along = (C: ArrayLike<number>, A: Value): Value =>
  sum.rule.apply(scale(plainOf(shapeOf(A), Float64Array.from(C)), moved(A)), undefined);

/** The eigenvalues of a symmetric matrix: equal ones meet. */
export const eigenvalues = (
  policy: Policy,
  rule: StructuredRule,
  A: Value,
): readonly Value[] | undefined => {
  const [values = NaN, V = NaN] = rule.apply([value(A)], undefined).map(value);
  const spectrum = entriesOf(values);
  const { name } = rule;
  const near = Math.max(policy.tolerance ?? 0, gapOf(spectrum));
  for (const [from, to] of clusters(spectrum, near)) {
    const sides = Array.from(spectrum.subarray(from, to));
    if (to - from > 1) policy.notice?.({ name, entry: from, sides, convention: "none" });
  }
  const found = clusters(spectrum, gapOf(spectrum));
  if (found.length === spectrum.length) return undefined;
  const parts = Array.from({ length: spectrum.length ** 2 }, (_, k) => entryOf(A, k));
  const moving = found.flatMap(([from, to]) => {
    const basis = Array.from({ length: to - from }, (_, j) => columnOf(V, from + j));
    return basis.map((_, rank) => {
      const body = spectraplex(rule, { basis, rank });
      const conventional = body.coefficients(undefined);
      if (body.isSettled(undefined)) return add(spectrum[from]!, along(conventional, A));
      const sides = Array.from(spectrum.subarray(from, to));
      const entry = from + rank;
      const kink: Kink = {
        name,
        entry,
        sides,
        convention: "none",
        parts,
        options: () => [],
        body,
        conventional,
      };
      return add(spectrum[entry]!, along(policy.choose(kink), A));
    });
  });
  return [stack(moving, [spectrum.length])[0]!, V];
};
