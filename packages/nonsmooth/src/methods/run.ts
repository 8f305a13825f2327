import type { Point } from "./objective.ts";
import type { Structure } from "./structure.ts";
import type { Evaluations, Progress, Reason, Signal, Stationarity, Step } from "./types.ts";

/** What a run looks at between steps. */
export interface RunOptions {
  readonly limit: number;
  readonly signal: Signal | undefined;
  readonly onStep: ((progress: Progress<never>) => void) | undefined;
}

/** What a run is about: containers of one structure, and a count. */
interface Subject {
  readonly structure: Structure;
  readonly evaluations: Evaluations;
}

/** The record of a run, and what may end it from outside. */
export class Run<S extends Subject> {
  readonly history: Step[] = [];

  constructor(
    readonly subject: S,
    readonly options: RunOptions,
  ) {}

  /** Steps made; the start is none. */
  get steps(): number {
    return Math.max(0, this.history.length - 1);
  }

  /** Records a step. @returns why the method is to stop here, if it is. */
  note({ x, value }: Pick<Point, "x" | "value">, stationarity?: Stationarity): Reason | undefined {
    const { limit, signal, onStep } = this.options;
    const { evaluations } = this.subject;
    const step = { step: this.history.length, value, stationarity, evaluations };
    this.history.push(step);
    // The structure of the start, whose type the door knows.
    onStep?.({ ...step, x: this.subject.structure.container(x) as never });
    if (signal?.aborted) return "aborted";
    if (value === -Infinity) return "unbounded";
    return this.steps >= limit ? "limit" : undefined;
  }
}
