import type { Scalars } from "@jacobian/core";
import { sampled } from "./ball-sample.ts";
import { type Algorithm, method } from "./method.ts";
import { halved } from "./halved.ts";
import { hullDistance } from "./neighbourhood.ts";
import { type Objective, type Point, isFinitePoint } from "./objective.ts";
import { between, checkedOptions, common, count, positive } from "./options.ts";
import type { MethodOptions, Minimised, Minimiser, Stationarity } from "./types.ts";
import { lengthOf } from "./vectors.ts";

/** What `gradientSampling` lets be chosen; the names in brackets are those of the survey. */
export interface SamplingOptions<X> extends MethodOptions<X> {
  /** The distance of 0 from the sampled gradients that counts as stationary [ν_opt]; 1e-6 if not said. */
  readonly tolerance?: number;
  /** The radius of the samples at which that is asked [ε_opt]; 1e-6 if not said. */
  readonly radius?: number;
  /** The radius at the start [ε₀], and the distance for which it shrinks [ν₀]; 0.1 if not said. */
  readonly startRadius?: number;
  readonly startTolerance?: number;
  /** By what both shrink [θ]; 0.1 if not said. */
  readonly shrink?: number;
  /** How many gradients are sampled at a step [m]; twice the number of entries of x if not said. */
  readonly samples?: number;
  /** Samples are the same for the same seed; 1 if not said. */
  readonly seed?: number;
}

const demands = /*#__PURE__*/ (() => ({
  ...common,
  tolerance: positive,
  radius: positive,
  startRadius: positive,
  startTolerance: positive,
  shrink: /*#__PURE__*/ between(0, 1),
  samples: /*#__PURE__*/ count(1),
  seed: /*#__PURE__*/ count(0),
}))();

type Settings = Omit<SamplingOptions<unknown>, keyof MethodOptions<unknown>>;

/** The longest of the halved steps with f(x + td) < f(x) − 1e-4·t·|d|², and a gradient there. */
const descended = (objective: Objective, from: Point, d: Float64Array): Point | undefined => {
  const rate = 1e-4 * lengthOf(d) ** 2;
  return halved(from.x, d, (x, t) => {
    if (!(objective.value(x) < from.value - t * rate)) return undefined;
    const point = objective.at(x);
    return point.value === -Infinity || isFinitePoint(point) ? point : undefined;
  });
};

/** The radius ε and the target ν; both shrink until they are what was asked for. */
class Targets {
  readonly #least: { readonly radius: number; readonly tolerance: number };
  readonly #shrink: number;
  radius: number;
  #tolerance: number;

  constructor(settings: Settings) {
    const { tolerance = 1e-6, radius = 1e-6, shrink = 0.1 } = settings;
    const { startRadius = 0.1, startTolerance = 0.1 } = settings;
    this.#least = { tolerance, radius };
    this.#shrink = shrink;
    this.radius = Math.max(radius, startRadius);
    this.#tolerance = Math.max(tolerance, startTolerance);
  }

  /** Whether the last radius is reached. */
  get last(): boolean {
    return this.radius <= this.#least.radius;
  }

  /** Whether the distance is small enough for this radius. */
  reached(distance: number): boolean {
    return distance <= (this.last ? this.#least.tolerance : this.#tolerance);
  }

  next(): void {
    this.radius = Math.max(this.#least.radius, this.#shrink * this.radius);
    this.#tolerance = Math.max(this.#least.tolerance, this.#shrink * this.#tolerance);
  }
}

const sampling =
  (settings: Settings): Algorithm<object> =>
  (run) => {
    const objective = run.subject;
    const targets = new Targets(settings);
    let point = objective.first();
    const { samples = 2 * point.x.length, seed = 1 } = settings;
    for (;;) {
      const near = sampled(objective, point.x, targets.radius, samples, seed + run.history.length);
      const nearest = hullDistance([point, ...near].map(({ gradient }) => gradient));
      const distance = lengthOf(nearest);
      const stationarity: Stationarity = { distance, epsilon: targets.radius, of: "Goldstein" };
      const end = run.note(point, stationarity);
      const small = end !== "unbounded" && targets.reached(distance);
      const d = nearest.map((entry) => -entry);
      const next = small || end ? undefined : descended(objective, point, d);
      const stuck = next === undefined && targets.last;
      const reason =
        small && targets.last ? "stationary" : (end ?? (stuck ? "stalled" : undefined));
      if (reason !== undefined) return { ...point, reason, stationarity, extra: {} };
      if (next === undefined) targets.next();
      else point = next;
    }
  };

/**
 * Minimises a locally Lipschitz f that is continuously differentiable in an open set of full measure: the steepest
 * descent direction of a neighbourhood, −(the point of the hull of gradients sampled there that is nearest to 0), and
 * neighbourhoods that shrink. With probability 1 its limits are Clarke stationary if at least n + 1 gradients are
 * sampled. A step costs `samples` gradients.
 * @throws DomainError for an option out of its range, or where f or its gradient is not finite at the start.
 * @see Burke, Lewis & Overton, A robust gradient sampling algorithm, 2005; algorithm GS of Burke, Curtis, Lewis,
 * Overton & Simões, Gradient sampling methods for nonsmooth optimization, 2020, with a radius that shrinks where the
 * line search meets rounding, too (Kiwiel 2007)
 * @example
 * const f = ([x, y]: Scalars<2>) => add(abs(x), mul(8, abs(sub(square(x), y))));
 * gradientSampling(f)([1, 2]).reason; // "stationary"
 */
export const gradientSampling = <X = Scalars, C extends readonly unknown[] = []>(
  f: Minimised<X, C>,
  options: SamplingOptions<X> = {},
): Minimiser<X, C> => {
  const checked = checkedOptions("gradientSampling", demands, options);
  return method("gradientSampling", f, checked, 1000, () => sampling(checked));
};
