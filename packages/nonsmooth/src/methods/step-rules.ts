import { DomainError, describe } from "@jacobian/core";
import { type Demand, between, finite, positive } from "./options.ts";

/** What a step length may depend on. */
export interface StepState {
  /** 0 for the first step. */
  readonly step: number;
  readonly value: number;
  /** The least value so far. */
  readonly best: number;
  /** The length of the subgradient; 0 only if there is a term or a sample, which may move x all the same. */
  readonly slope: number;
}

/**
 * The lengths of the steps of one run, by what factor each follows the negative subgradient, finite and ≥ 0; a length of 0
 * ends the run, but for one of a sample.
 */
export type StepLengths = (state: StepState) => number;

/** Fresh lengths for every run. */
export type StepRule = () => StepLengths;

const demand = (operation: string, { what, holds }: Demand, name: string, x: unknown): void => {
  if (holds(x)) return;
  throw new DomainError(
    `${operation}: expected ${what} as ${name}, got ${describe(x)}; see the rule's formula for what it does`,
  );
};

/**
 * tₖ = scale/(k + 1)^power with ½ < power ≤ 1: Σ tₖ = ∞ and Σ tₖ² < ∞, for which all limits of the stochastic subgradient
 * method are stationary, f being tame, x bounded and samples without bias.
 * @throws DomainError for a scale or power out of range.
 * @see Robbins & Monro 1951; Davis, Drusvyatskiy, Kakade & Lee, Stochastic subgradient method converges on tame
 * functions, 2020
 * @example
 * const length = robbinsMonro(2)();
 * length({ step: 3, value: 1, best: 1, slope: 1 }); // 0.5
 */
export const robbinsMonro = (scale = 1, power = 1): StepRule => {
  demand("robbinsMonro", positive, "scale", scale);
  if (power !== 1) demand("robbinsMonro", between(0.5, 1), "power below 1", power);
  return () =>
    ({ step }) =>
      scale / (step + 1) ** power;
};

/** To where the linearization has fallen so far; a step of a proximal map alone, where there is no slope. */
const polyakLength = (fall: number, slope: number): number => {
  if (fall <= 0) return 0;
  return slope === 0 ? 1 : fall / slope ** 2;
};

/**
 * Polyak's step (f(x) − f*)/|g|² for a known least value f*, which ends the run where it is reached.
 * @throws DomainError for a value that is not finite.
 * @see Polyak, Minimization of unsmooth functionals, 1969
 * @example
 * polyak(0)()({ step: 0, value: 6, best: 6, slope: 2 }); // 1.5
 */
export const polyak = (optimum: number): StepRule => {
  demand("polyak", finite, "optimum", optimum);
  return () =>
    ({ value, slope }) =>
      polyakLength(value - optimum, slope);
};

/**
 * Polyak's step for an estimated least value: the record less δ. A record that is beaten by δ/2 is replaced; a path longer
 * than `reach` without one halves δ.
 * @throws DomainError unless δ and reach are above 0.
 * @see Brännlund 1993; Nedić & Bertsekas, Incremental subgradient methods for nondifferentiable optimization, 2001,
 * path-based incremental target level algorithm
 * @example
 * polyakEstimated(2)()({ step: 0, value: 6, best: 6, slope: 2 }); // 0.5
 */
export const polyakEstimated = (delta = 1, reach = 1): StepRule => {
  demand("polyakEstimated", positive, "delta", delta);
  demand("polyakEstimated", positive, "reach", reach);
  return () => {
    let [margin, record, path] = [delta, Infinity, 0];
    return ({ value, best, slope }) => {
      if (best < record - margin / 2) [record, path] = [best, 0];
      else if (path > reach) [margin, record, path] = [margin / 2, best, 0];
      const length = polyakLength(value - (record - margin), slope);
      path += length * slope;
      return length;
    };
  };
};
