import { DomainError, type Scalars } from "@jacobian/core";
import { type Aggregate, Bundle, cutOf } from "./bundle.ts";
import { bundleSearch } from "./bundle-search.ts";
import { type Algorithm, method } from "./method.ts";
import type { Point } from "./objective.ts";
import { checkedOptions, common, count, flag, nonnegative, positive } from "./options.ts";
import { Proximity } from "./proximity.ts";
import type { MethodOptions, Minimised, Minimiser, Stationarity } from "./types.ts";
import { lengthOf } from "./vectors.ts";

/** What `bundleMethod` lets be chosen. */
export interface BundleOptions<X> extends MethodOptions<X> {
  /** f is convex: then the end is certified, and a point that contradicts it is an error. False if not said. */
  readonly convex?: boolean;
  /**
   * What is small enough at the end, 1e-6 if not said: for a convex f how far any value within `radius` may lie below,
   * otherwise both the length of the aggregate subgradient and its measure.
   */
  readonly tolerance?: number;
  /** The distance to which the certificate of a convex f is asked to reach; 1 if not said. */
  readonly radius?: number;
  /** How many cuts are held, 2 at least; n + 20 if not said. Fewer take more steps. */
  readonly size?: number;
  /** γ, by which the square of its distance counts against a cut if f is not convex; ½ if not said. */
  readonly locality?: number;
}

/**
 * For every y, f(y) ≥ f(x) − error − slope·|y − x| of a convex f: its dual bound. `bound` is what follows within the
 * radius: f(x) − bound, times D/radius, bounds f(x) − f(y) at a larger distance D. The error allows for the rounding of
 * the values and of what is computed from them, but not for what f loses by itself.
 */
export interface OptimalityCertificate {
  readonly slope: number;
  readonly error: number;
  readonly radius: number;
  readonly bound: number;
}

/** What a bundle method says beyond what all say; no certificate unless f was said to be convex. */
export interface Bundled {
  readonly certificate: OptimalityCertificate | undefined;
  /** Steps that moved x, of all. */
  readonly seriousSteps: number;
}

const demands = /*#__PURE__*/ (() => ({
  ...common,
  convex: flag,
  tolerance: positive,
  radius: positive,
  size: /*#__PURE__*/ count(2),
  locality: nonnegative,
}))();

type Settings = Omit<BundleOptions<unknown>, keyof MethodOptions<unknown>>;

const certificateOf = (
  value: number,
  slope: number,
  error: number,
  radius: number,
): OptimalityCertificate => ({
  slope,
  error,
  radius,
  bound: value - error - radius * slope,
});

/** What an aggregate proves of its centre, and whether that is enough. */
const judged = (
  { centre }: Bundle,
  { gradient, measure, reach }: Aggregate,
  { convex = false, tolerance = 1e-6, radius = 1 }: Settings,
) => {
  const distance = lengthOf(gradient);
  const certificate = convex ? certificateOf(centre.value, distance, measure, radius) : undefined;
  const stationarity: Stationarity = convex
    ? { distance, epsilon: measure, of: "convex" }
    : { distance, epsilon: reach, of: "Goldstein" };
  // Not f(x) − bound, in which a large f(x) hides the gap.
  const gap = convex ? measure + radius * distance : Math.max(distance, measure);
  const reason = convex ? ("optimal" as const) : ("stationary" as const);
  return { certificate, stationarity, reason: gap <= tolerance ? reason : undefined };
};

/** @throws DomainError where f lies below one of its linearizations by more than rounding. */
const assertConvex = (operation: string, bundle: Bundle, point: Point): void => {
  const depth = bundle.contradiction(point);
  if (depth === 0) return;
  throw new DomainError(
    `${operation}: expected a convex function, got one that lies ${depth} below a linearization; leave out { convex: true }, or check the oracle`,
  );
};

const bundling =
  (settings: Settings): Algorithm<Bundled> =>
  (run) => {
    const objective = run.subject;
    const first = objective.first();
    const { convex = false, size = first.x.length + 20, locality = 0.5 } = settings;
    let bundle = new Bundle(size, convex ? 0 : locality, first);
    const proximity = new Proximity(lengthOf(first.gradient) || 1);
    for (let seriousSteps = 0; ;) {
      const { centre } = bundle;
      const aggregate = bundle.aggregate(proximity.t);
      const { stationarity, certificate, reason } = judged(bundle, aggregate, settings);
      const end = run.note(centre, stationarity);
      const promised = -proximity.t * stationarity.distance ** 2 - aggregate.measure;
      // Two values, each of the rounding that the errors of cuts allow for.
      const hidden = -promised <= 4 * Number.EPSILON * Math.abs(centre.value);
      const d = aggregate.gradient.map((entry) => -proximity.t * entry);
      const stop = reason ?? end ?? (hidden ? ("stalled" as const) : undefined);
      const found = stop ? undefined : bundleSearch(objective, bundle, d, promised);
      if (found === undefined) {
        const extra = { certificate, seriousSteps };
        return { ...centre, reason: stop ?? "stalled", stationarity, extra };
      }
      const { point, serious } = found;
      if (convex) assertConvex(objective.structure.operation, bundle, point);
      const cut = cutOf(centre, point);
      proximity.learn({
        serious,
        change: point.value - centre.value,
        promised,
        error: bundle.measure(cut),
        variation: stationarity.distance + aggregate.measure,
        slope: lengthOf(point.gradient),
      });
      if (serious) [bundle, seriousSteps] = [bundle.recentred(point), seriousSteps + 1];
      else bundle.add(cut);
    }
  };

/**
 * Minimises f by a proximal bundle method: the maximum of linearizations plus |y − x|²/2t is minimised (its dual is a
 * nearest-point problem with a linear term), and what f is there makes the next centre or another linearization. For a
 * convex f the values fall to the least one, and the end carries a certificate; for others that are weakly semismooth,
 * limits are stationary.
 * @throws DomainError for an option out of its range, where f or its gradient is not finite at the start, and, with
 * { convex: true }, where f turns out not to be.
 * @see Kiwiel, Proximity control in bundle methods for convex nondifferentiable minimization, 1990; Lemaréchal,
 * Strodiot & Bihain, On a bundle algorithm for nonsmooth optimization, 1981
 * @example
 * const f = ([x, y]: Scalars<2>) => add(abs(sub(x, 1)), mul(2, abs(y)));
 * const { value, reason, certificate } = bundleMethod(f, { convex: true })([3, 2]);
 * reason; // "optimal"
 * certificate !== undefined && value - certificate.bound < 1e-6; // true
 */
export const bundleMethod = <X = Scalars, C extends readonly unknown[] = []>(
  f: Minimised<X, C>,
  options: BundleOptions<X> = {},
): Minimiser<X, C, Bundled> => {
  const checked = checkedOptions("bundleMethod", demands, options);
  return method("bundleMethod", f, checked, 10_000, () => bundling(checked));
};
