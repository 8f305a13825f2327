import { DomainError, type Scalars } from "@jacobian/core";
import { dotOf } from "../nearest/dots.ts";
import { sampled } from "./ball-sample.ts";
import { InverseHessian } from "./inverse-hessian.ts";
import { type Algorithm, method } from "./method.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import type { Point } from "./objective.ts";
import { between, checkedOptions, common, positive } from "./options.ts";
import type { MethodOptions, Minimised, Minimiser } from "./types.ts";
import { lengthOf, moved } from "./vectors.ts";
import { type WolfeConstants, weakWolfe } from "./weak-wolfe.ts";

/** What `nonsmoothBfgs` lets be chosen. */
export interface BfgsOptions<X> extends MethodOptions<X> {
  /** The distance of 0 from the gradients near x that counts as stationary; 1e-6 if not said. */
  readonly tolerance?: number;
  /** Which gradients are near: those at points within this distance; 1e-6 if not said. */
  readonly radius?: number;
  /** The Wolfe condition on the value, 1e-4 if not said, and on the slope, 0.9; c1 < c2. */
  readonly c1?: number;
  readonly c2?: number;
}

const usual: WolfeConstants = { c1: 1e-4, c2: 0.9 };

const demands = /*#__PURE__*/ (() => ({
  ...common,
  tolerance: positive,
  radius: positive,
  c1: /*#__PURE__*/ between(0, 1),
  c2: /*#__PURE__*/ between(0, 1),
}))();

/** H·y = s where the step tells of a curvature above rounding. */
const learn = (H: InverseHessian, from: Point, to: Point): void => {
  const s = moved(to.x, -1, from.x);
  const y = moved(to.gradient, -1, from.gradient);
  if (dotOf(s, y) > Number.EPSILON * lengthOf(s) * lengthOf(y)) H.update(s, y);
};

type Settings = Omit<BfgsOptions<unknown>, keyof MethodOptions<unknown>>;

const bfgs =
  ({
    tolerance = 1e-6,
    radius = 1e-6,
    c1 = usual.c1,
    c2 = usual.c2,
  }: Settings): Algorithm<object> =>
  (run) => {
    const objective = run.subject;
    let point = objective.first();
    const n = point.x.length;
    const near = new Neighbourhood(radius, 2 * n + 10);
    const H = new InverseHessian(n, 1 / Math.max(lengthOf(point.gradient), Number.MIN_VALUE));
    for (let failure: "stalled" | "unbounded" | undefined; ;) {
      near.add(point);
      let stationarity = near.stationarity(point.x);
      const end = run.note(point, stationarity);
      const isLow = (): boolean => stationarity.distance <= tolerance;
      let reason = isLow() && failure !== "unbounded" ? "stationary" : (failure ?? end);
      if (reason === "stalled" || reason === "limit") {
        // The path has seen too few of the gradients around its end.
        const samples = sampled(objective, point.x, radius, 2 * n, 1);
        stationarity = near.stationarity(point.x, samples);
        if (isLow()) reason = "stationary";
      }
      if (reason !== undefined) return { ...point, reason, stationarity, extra: {} };
      const d = H.times(point.gradient).map((entry) => -entry);
      const found = weakWolfe(objective, point, d, { c1, c2 });
      learn(H, point, found.point);
      [failure, point] = [found.failure, found.point];
    }
  };

/**
 * Minimises f by BFGS with a full inverse Hessian and a line search for the weak Wolfe conditions: on a nonsmooth f its
 * eigenvalues that fall to 0 span the directions in which f has a kink. No proof of convergence, but good experience
 * with it. n² numbers are held, and a step costs O(n²) beside the evaluations.
 * @throws DomainError for an option out of its range, or where f or its gradient is not finite at the start.
 * @see Lewis & Overton, Nonsmooth optimization via quasi-Newton methods, 2013
 * @example
 * const f = ([x, y]: Scalars<2>) => add(abs(x), mul(8, abs(sub(square(x), y))));
 * nonsmoothBfgs(f)([1, 2]).reason; // "stationary"
 */
export const nonsmoothBfgs = <X = Scalars, C extends readonly unknown[] = []>(
  f: Minimised<X, C>,
  options: BfgsOptions<X> = {},
): Minimiser<X, C> => {
  const checked = checkedOptions("nonsmoothBfgs", demands, options);
  const { c1 = usual.c1, c2 = usual.c2 } = checked;
  if (!(c1 < c2)) {
    throw new DomainError(
      `nonsmoothBfgs: expected c1 below c2, got ${c1} and ${c2}; else no step need satisfy both conditions`,
    );
  }
  return method("nonsmoothBfgs", f, checked, 1000, () => bfgs(checked));
};
