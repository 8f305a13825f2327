import {
  type Spectrum,
  type Value,
  entriesOf,
  plainOf,
  scale,
  shapeOf,
  sizeOf,
  sum,
  value,
} from "@jacobian/core";
import { clusters, columnOf, gapOf, spectraplex } from "./bodies.ts";
import { entryOf, moved } from "./entries.ts";
import type { Policy } from "./kink.ts";

/** ⟨C, A⟩ as A moves. */
const along = (C: ArrayLike<number>, A: Value): Value =>
  sum.rule.apply(scale(plainOf(shapeOf(A), Float64Array.from(C)), moved(A)), undefined);

/** Neighbours in a spectrum that are taken for one. */
type Cluster = readonly [from: number, to: number];

const holding =
  (index: number) =>
  ([from, to]: Cluster): boolean =>
    from <= index && index < to;

const noticeNear = (
  { notice, tolerance = 0 }: Policy,
  name: string,
  values: Float64Array,
  indices: readonly number[],
): void => {
  if (notice === undefined) return;
  for (const [from, to] of clusters(values, Math.max(tolerance, gapOf(values)))) {
    const entry = indices.findIndex((index) => holding(index)([from, to]));
    if (entry < 0 || to - from < 2) continue;
    notice({ name, entry, sides: Array.from(values.subarray(from, to)), convention: "none" });
  }
};

/** How eigenvalues move, if some of them meet others: each as what a policy takes of its eigenspace. */
export const eigenvalues = (
  policy: Policy,
  name: string,
  { matrix: A, indices, decompose }: Spectrum,
): readonly Value[] | undefined => {
  const [spectrum, V] = decompose(value(A));
  const values = entriesOf(spectrum);
  noticeNear(policy, name, values, indices);
  const found = clusters(values, gapOf(values));
  const clusterOf = (index: number): Cluster => found.find(holding(index))!;
  if (indices.every((index) => clusterOf(index)[1] - clusterOf(index)[0] === 1)) return undefined;
  const parts = Array.from({ length: sizeOf(shapeOf(A)) }, (_, k) => entryOf(A, k));
  return indices.map((index, entry) => {
    const [from, to] = clusterOf(index);
    const basis = Array.from({ length: to - from }, (_, j) => columnOf(V, from + j));
    const body = spectraplex(decompose, { basis, rank: index - from });
    const conventional = body.coefficients(undefined);
    if (body.isSettled(undefined)) return along(conventional, A);
    const sides = Array.from(values.subarray(from, to));
    const place = { name, entry, sides, convention: "none" };
    const kink = { ...place, parts, options: () => [], body, conventional };
    return along(policy.choose(kink), A);
  });
};
