// eslint-disable-next-line workspace/import-law -- an example is no part of what its package gives by name, and a copy of it would drift
import { flowMap, training, twoMoons } from "../../../../../packages/flows/examples/two-moons.ts";
import { pointCount, steps } from "./progress.ts";

export { flowMap };

/** What is learned: a point in each column. */
export const moons = twoMoons(pointCount, 0.1, 1);

/** The example of the flows' own package, from the beginning. */
export const beginning = () => training(moons, { depth: 6, width: 8, steps, seed: 3 });
