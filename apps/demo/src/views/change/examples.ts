import type { Pair } from "../../app/fields.ts";

/** A map by the name of its preset, a region to push through it, and a density over the image. */
export interface Example {
  readonly name: string;
  readonly map: string;
  readonly from: Pair;
  readonly to: Pair;
  readonly density: string;
}

export const examples: readonly Example[] = [
  {
    name: "A piece of a ring",
    map: "Polar coordinates",
    from: [1, 0.2],
    to: [2, 2.2],
    density: "1",
  },
  {
    name: "The bell in polar coordinates",
    map: "Polar coordinates",
    from: [0, 0],
    to: [3, 6.2832],
    density: "exp(-(y1^2 + y2^2)/2)/(2*pi)",
  },
  {
    name: "eˣ on two turns: everything twice",
    map: "Complex exponential",
    from: [-1, 0],
    to: [1, 12.5664],
    density: "1",
  },
  {
    name: "A fold: the paper turns over",
    map: "Fold",
    from: [-1, -1],
    to: [1, 1],
    density: "1",
  },
  { name: "A swirl keeps areas", map: "Swirl", from: [-1, -1], to: [1, 1], density: "1" },
];
