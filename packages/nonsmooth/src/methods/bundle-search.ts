import { dotOf } from "../nearest/dots.ts";
import { type Bundle, cutOf } from "./bundle.ts";
import { type Objective, type Point, isFinitePoint } from "./objective.ts";
import { moved, sameVector } from "./vectors.ts";

/** A serious step keeps this part of the model's promise; a null step must change the model by more than the other. */
const kept = 0.1;
const changed = 0.5;

/** The least part of the way that counts as a serious step. */
const shortest = 0.01;

/** Where the search ended, and whether it is the next centre or only a cut. */
export interface Searched {
  readonly point: Point;
  readonly serious: boolean;
}

/**
 * Along d from the centre: a point low enough to be the next centre, or one whose cut changes the model there. For a
 * convex f the first trial is one or the other, if f and its gradient are finite there; otherwise the way is halved until
 * one is.
 * @returns undefined where rounding ends the way
 * @see Kiwiel, Methods of Descent for Nondifferentiable Optimization, 1985, chapter 3
 */
export const bundleSearch = (
  objective: Objective,
  bundle: Bundle,
  d: Float64Array,
  promised: number,
): Searched | undefined => {
  const { centre } = bundle;
  let [low, high] = [0, 1];
  for (let part = 1; ; part = (low + high) / 2) {
    const x = moved(centre.x, part, d);
    if (sameVector(x, centre.x) || high - low < 1e-15) return undefined;
    const point = objective.at(x);
    const usable = point.value === -Infinity || isFinitePoint(point);
    if (usable && point.value <= centre.value + kept * part * promised) low = part;
    else high = part;
    if (!usable) continue;
    if (low >= shortest) return { point, serious: true };
    const rise = dotOf(point.gradient, d) - bundle.measure(cutOf(centre, point));
    if (low < part && rise >= changed * promised) return { point, serious: false };
  }
};
