import { dotOf } from "../nearest/dots.ts";
import { type Objective, type Point, isFinitePoint } from "./objective.ts";
import { moved, sameVector } from "./vectors.ts";

/** 0 < c₁ < c₂ < 1. */
export interface WolfeConstants {
  readonly c1: number;
  readonly c2: number;
}

/** A point that satisfies both conditions; or the lowest that was seen, and what was wrong. */
export interface Found {
  readonly point: Point;
  readonly failure?: "stalled" | "unbounded";
}

/** So many doublings in a row are taken for a fall without end. */
const doublings = 100;

/**
 * A step t with f(x + td) ≤ f(x) + c₁·t·⟨g, d⟩ and ⟨∇f(x + td), d⟩ > c₂·⟨g, d⟩, by doubling and bisection. It ends
 * with one if f is semialgebraic, bounded below along d and differentiable where it is tried; the strong Wolfe condition
 * would ask for a small slope, which a kink does not have.
 * @see Lewis & Overton, Nonsmooth optimization via quasi-Newton methods, 2013
 */
export const weakWolfe = (
  objective: Objective,
  start: Point,
  d: Float64Array,
  { c1, c2 }: WolfeConstants,
): Found => {
  const slope = dotOf(start.gradient, d);
  let best = start;
  let [low, high] = [0, Infinity];
  for (let t = 1, doubled = 0; ;) {
    const x = moved(start.x, t, d);
    const isLow = objective.value(x) <= start.value + c1 * t * slope;
    const point = isLow ? objective.at(x) : undefined;
    if (point?.value === -Infinity) return { point, failure: "unbounded" };
    if (point && isFinitePoint(point)) {
      best = point;
      if (doubled > doublings) return { point, failure: "unbounded" };
      if (dotOf(point.gradient, d) > c2 * slope) return { point };
      low = t;
    } else {
      high = t;
    }
    if (high === Infinity) doubled++;
    t = high === Infinity ? 2 * low : (low + high) / 2;
    const collapsed = t <= low || t >= high || sameVector(moved(start.x, t, d), start.x);
    if (collapsed) return { point: best, failure: "stalled" };
  }
};
