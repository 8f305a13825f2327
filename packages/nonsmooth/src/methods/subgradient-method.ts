import { DomainError, type Scalars, describe } from "@jacobian/core";
import { sampled } from "./ball-sample.ts";
import { type Algorithm, type Outcome, method } from "./method.ts";
import { hullDistance } from "./neighbourhood.ts";
import { type Objective, isFinitePoint } from "./objective.ts";
import {
  aFunction,
  checkedOptions,
  common,
  count,
  flag,
  nonnegative,
  positive,
  withFunctions,
} from "./options.ts";
import type { Term } from "../smoothing/proximable.ts";
import type { Run } from "./run.ts";
import { type StepLengths, type StepRule, robbinsMonro } from "./step-rules.ts";
import type { MethodOptions, Minimised, Minimiser, Reason, Stationarity } from "./types.ts";
import { distanceOf, lengthOf, moved } from "./vectors.ts";

/** What `subgradientMethod` lets be chosen. */
export interface SubgradientOptions<X, C extends readonly unknown[]> extends MethodOptions<X> {
  /** The lengths of the steps; `robbinsMonro()`, 1/(k + 1), if not said. */
  readonly steps?: StepRule;
  /**
   * The constants of step k, made of those of the call: a sample of the data, say. The subgradient of a step is that
   * at its constants; the end is judged at those of the call. Without it, steps take those of the call.
   */
  readonly sample?: (step: number, ...constants: C) => C;
  /** A term r added to f, on the entries of x in container order, or a set: `l1Norm`, `box` … */
  readonly term?: Term;
  /** The end is the mean of all points, weighted by the lengths of their steps. False if not said. */
  readonly average?: boolean;
  /** The radius in which gradients are sampled at the end to tell how stationary it is; 1e-6 if not said. */
  readonly radius?: number;
  /** Samples are the same for the same seed; 1 if not said. */
  readonly seed?: number;
}

const demands = /*#__PURE__*/ (() => ({
  ...common,
  steps: aFunction,
  sample: aFunction,
  term: /*#__PURE__*/ withFunctions("value", "prox"),
  average: flag,
  radius: positive,
  seed: /*#__PURE__*/ count(0),
}))();

const free: Term = { value: () => 0, prox: (x) => x };

type Settings = Omit<SubgradientOptions<unknown, readonly unknown[]>, keyof MethodOptions<unknown>>;

/** Σ tₖ·xₖ/Σ tₖ. */
class Mean {
  #total = 0;
  x: Float64Array = new Float64Array(0);

  add(x: Float64Array, weight: number): void {
    this.#total += weight;
    const part = weight / this.#total;
    this.x = this.#total === weight ? x : this.x.map((m, k) => m + part * (x[k]! - m));
  }
}

/** What tells of the end: with a term the proximal residual, else the hull of gradients sampled around it. */
const stationarityOf = (
  objective: Objective,
  x: Float64Array,
  settings: Settings,
): Stationarity => {
  const { radius = 1e-6, seed = 1, term } = settings;
  if (term) {
    const { gradient } = objective.at(x);
    const distance = distanceOf(x, term.prox(moved(x, -1, gradient), 1));
    return { distance, epsilon: 0, of: "proximal" };
  }
  const near = sampled(objective, x, radius, 2 * x.length, seed);
  const distance = lengthOf(
    hullDistance([objective.at(x), ...near].map(({ gradient }) => gradient)),
  );
  return { distance, epsilon: radius, of: "Goldstein" };
};

/** Of the points of a run the last, the best or the mean, and how it ended. */
const ended = (
  run: Run<Objective>,
  x: Float64Array,
  reason: Reason,
  settings: Settings,
): Outcome<object> => {
  const objective = run.subject;
  const value = objective.value(x) + (settings.term ?? free).value(x);
  return { x, value, reason, stationarity: stationarityOf(objective, x, settings), extra: {} };
};

/** @throws DomainError for a rule that gives no lengths, or one that is negative or not finite. */
const lengthsOf = (steps: StepRule): StepLengths => {
  const lengths = steps();
  const refuse = (what: string, got: unknown): never => {
    throw new DomainError(
      `subgradientMethod: expected ${what} from steps, got ${describe(got)}; robbinsMonro() is such a rule`,
    );
  };
  if (!aFunction.holds(lengths)) refuse("a function that gives lengths", lengths);
  return (state) => {
    const t = lengths(state);
    return nonnegative.holds(t) ? t : refuse(nonnegative.what, t);
  };
};

/** @throws DomainError for a proximal map that gives no vector like x, or a value that is no number. */
const checkedTerm = (term: Term): Term => {
  const refuse = (what: string, got: unknown): never => {
    throw new DomainError(
      `subgradientMethod: expected ${what} of the term, got ${describe(got)}; l1Norm() is such a term`,
    );
  };
  return {
    value: (x) => {
      const r: unknown = term.value(x);
      return typeof r === "number" ? r : refuse("a number for the value", r);
    },
    prox: (x, t) => {
      const y: unknown = term.prox(x, t);
      if (y instanceof Float64Array && y.length === x.length) return y;
      return refuse(`a vector of ${x.length} by the proximal map`, y);
    },
  };
};

/** The constants of steps, as `sample` gives them. @throws DomainError for what is no list. */
const sampledBy =
  (sample: Settings["sample"], constants: readonly unknown[]) =>
  (step: number): readonly unknown[] => {
    if (sample === undefined) return constants;
    const given: unknown = sample(step, ...constants);
    if (Array.isArray(given)) return given as readonly unknown[];
    throw new DomainError(
      `subgradientMethod: expected a list of constants from sample, got ${describe(given)}; put one constant in a list too`,
    );
  };

const stepping =
  (settings: Settings, constants: readonly unknown[]): Algorithm<object> =>
  (run) => {
    const { steps = robbinsMonro(), sample, average = false } = settings;
    const term = settings.term ? checkedTerm(settings.term) : free;
    const constantsOf = sampledBy(sample, constants);
    const objective = run.subject;
    const lengths = lengthsOf(steps);
    const mean = new Mean();
    const { start } = objective.structure;
    let x = term.value(start) < Infinity ? start : term.prox(start, 1);
    objective.first(x);
    let [best, least, last] = [x, Infinity, x];
    for (let step = 0; ; step++) {
      const point = objective.at(x, constantsOf(step));
      const value = point.value + term.value(x);
      const isLost = value !== -Infinity && !isFinitePoint({ ...point, value });
      if (!isLost) last = x;
      if (!isLost && value < least) [best, least] = [x, value];
      const slope = lengthOf(point.gradient);
      // A sample without a slope says nothing of the others, nor does one with its least value.
      const flat = slope === 0 && term === free && !sample;
      const end = run.note({ x, value }) ?? (isLost ? "stalled" : flat ? "stationary" : undefined);
      const t = isLost || flat ? 1 : lengths({ step, value, best: least, slope });
      const reason = end ?? (t === 0 && !sample ? "target" : undefined);
      if (average && !isLost) mean.add(x, t);
      if (reason !== undefined) {
        return ended(run, average ? mean.x : sample ? last : best, reason, settings);
      }
      if (t > 0) x = term.prox(moved(x, -t, point.gradient), t);
    }
  };

/**
 * xₖ₊₁ = prox of t·r at xₖ − t·gₖ for a subgradient gₖ of f, or of a sample of it: minimises f + r, slowly, of any number of
 * variables. Starts at x₀, or at its projection if r is ∞ there; ends at the best point, with `sample` at the last, with
 * `average` at the mean.
 * @throws DomainError for an option out of its range, or where f or its gradient is not finite at the start.
 * @see Shor 1962; Davis, Drusvyatskiy, Kakade & Lee, Stochastic subgradient method converges on tame functions, 2020
 * @example
 * const f = ([x, y]: Scalars<2>) => add(abs(sub(x, 1)), mul(2, abs(y)));
 * subgradientMethod(f, { steps: polyak(0) })([3, 2]).value < 1e-9; // true
 */
export const subgradientMethod = <X = Scalars, C extends readonly unknown[] = []>(
  f: Minimised<X, C>,
  options: SubgradientOptions<X, C> = {},
): Minimiser<X, C> => {
  const checked = checkedOptions("subgradientMethod", demands, options);
  // The constants that come with the call are of the type C that `sample` takes.
  const settings = checked as unknown as Settings;
  return method("subgradientMethod", f, checked, 1000, (constants) =>
    stepping(settings, constants),
  );
};
