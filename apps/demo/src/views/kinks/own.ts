import { type Convention, conventionTable, kinks, withConventions } from "@jacobian/nonsmooth";
import { abs, gradient, max, min, relu, type Scalar } from "jacobian";
import type { Kinked } from "./kinked.ts";

/** Lengths have no pieces, but a derivative at 0 can be chosen for them too. */
const lengths: readonly string[] = ["hypot", "norm2"];

export const hasPieces = (primitive: string): boolean => !lengths.includes(primitive);

/** A kink is never farther away. */
const anywhere = 1e300;

/** The primitives of f whose derivative at a kink is a matter of choice. */
export const primitivesOf = ({ f }: Kinked, x: readonly number[]): readonly string[] => {
  const known = [...conventionTable.map(({ primitive }) => primitive), ...lengths];
  const met = kinks(f, { tolerance: anywhere })([...x]).map(({ name }) => name);
  return [...new Set(met)].filter((name) => known.includes(name));
};

/** Primitives whose pieces are the same in every formula, at a kink of theirs. */
const probes: Readonly<
  Record<string, { readonly f: (x: readonly Scalar[]) => Scalar; readonly at: readonly number[] }>
> = {
  abs: { f: ([x]) => abs(x!), at: [0] },
  relu: { f: ([x]) => relu(x!), at: [0] },
  max: { f: ([x, y]) => max(x!, y!), at: [0, 0] },
  min: { f: ([x, y]) => min(x!, y!), at: [0, 0] },
};

/** The gradient of a primitive by itself under a convention, if that says the same in every formula. */
export const takenBy = (
  primitive: string,
  convention: Convention,
): readonly number[] | undefined => {
  const probe = probes[primitive];
  return probe && gradient(withConventions({ [primitive]: convention }, probe.f))([...probe.at]);
};
