import type { Objective, Point } from "./objective.ts";
import type { Progress, Reason, Stationarity, Step } from "./types.ts";

/** What a run looks at between steps. */
export interface RunOptions {
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  readonly onStep: ((progress: Progress<never>) => void) | undefined;
}

/** The record of a run, and what may end it from outside. */
export class Run {
  readonly history: Step[] = [];

  constructor(
    readonly objective: Objective,
    readonly options: RunOptions,
  ) {}

  /** Steps made; the start is none. */
  get steps(): number {
    return Math.max(0, this.history.length - 1);
  }

  /** Records a step. @returns why the method is to stop here, if it is. */
  note({ x, value }: Pick<Point, "x" | "value">, stationarity?: Stationarity): Reason | undefined {
    const { limit, signal, onStep } = this.options;
    const { evaluations } = this.objective;
    const step = { step: this.history.length, value, stationarity, evaluations };
    this.history.push(step);
    // The structure of the start, whose type the door knows.
    onStep?.({ ...step, x: this.objective.container(x) as never });
    if (signal?.aborted) return "aborted";
    if (value === -Infinity) return "unbounded";
    return this.steps >= limit ? "limit" : undefined;
  }
}
