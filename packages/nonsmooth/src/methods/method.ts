import { valueAndGradient } from "@jacobian/dual";
import { Objective } from "./objective.ts";
import { Run } from "./run.ts";
import type { MethodOptions, Minimised, Minimiser, Reason, Stationarity } from "./types.ts";

/** Where an algorithm ended, and what it has to say beyond what all say. */
export interface Outcome<E> {
  readonly x: Float64Array;
  readonly value: number;
  readonly reason: Reason;
  readonly stationarity: Stationarity;
  readonly extra: E;
}

/** Steps from the start until there is a reason to stop. */
export type Algorithm<E> = (run: Run<Objective>) => Outcome<E>;

/** `name(f, options)(x0, ...constants)` of an algorithm on flat vectors. */
export const method =
  <X, C extends readonly unknown[], E extends object>(
    operation: string,
    f: Minimised<X, C>,
    options: MethodOptions<X>,
    limit: number,
    algorithm: (constants: C) => Algorithm<E>,
  ): Minimiser<X, C, E> =>
  (start, ...constants) => {
    const { oracle = valueAndGradient, signal, onStep } = options;
    const objective = new Objective({ operation, f, oracle, start, constants });
    const run = new Run(objective, { limit: options.limit ?? limit, signal, onStep });
    const { x, value, reason, stationarity, extra } = algorithm(constants)(run);
    const { history, steps } = run;
    const { evaluations } = objective;
    // Built in the structure of the start.
    const at = objective.structure.container(x) as never;
    return { x: at, value, reason, stationarity, steps, history, evaluations, ...extra };
  };
