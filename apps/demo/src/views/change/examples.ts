import type { Pair } from "../../app/fields.ts";

/** A map by the name of its preset, and a region to push through it. */
export interface Example {
  readonly name: string;
  readonly map: string;
  readonly from: Pair;
  readonly to: Pair;
}

export const examples: readonly Example[] = [
  { name: "A piece of a ring", map: "Polar coordinates", from: [1, 0.2], to: [2, 2.2] },
  {
    name: "eˣ on two turns: everything twice",
    map: "Complex exponential",
    from: [-1, 0],
    to: [1, 12.5664],
  },
  { name: "A fold: the paper turns over", map: "Fold", from: [-1, -1], to: [1, 1] },
  { name: "A swirl keeps areas", map: "Swirl", from: [-1, -1], to: [1, 1] },
];
