import { simplexMinimum } from "../nearest/simplex-quadratic.ts";
import type { Point } from "./objective.ts";
import type { Stationarity } from "./types.ts";
import { distanceOf, lengthOf } from "./vectors.ts";

/** The distance of 0 from the convex hull of subgradients, all of which count for ε. */
export const hullDistance = (gradients: readonly Float64Array[]): Float64Array =>
  simplexMinimum(gradients, new Float64Array(gradients.length)).point;

/** The last points of a path, of which those near its end tell how stationary that is. */
export class Neighbourhood {
  readonly #points: Point[] = [];

  constructor(
    readonly radius: number,
    readonly size: number,
  ) {}

  add(point: Point): void {
    this.#points.push(point);
    if (this.#points.length > this.size) this.#points.shift();
  }

  /**
   * The distance of 0 from the hull of the gradients within the radius of x, some sampled ones beside those of the
   * path: an upper bound of that of Goldstein's set.
   */
  stationarity(x: Float64Array, samples: readonly Point[] = []): Stationarity {
    const near = this.#points.filter((point) => distanceOf(point.x, x) <= this.radius);
    const gradients = [...near, ...samples].map(({ gradient }) => gradient);
    return { distance: lengthOf(hullDistance(gradients)), epsilon: this.radius, of: "Goldstein" };
  }
}
