import type { Work } from "./measure.ts";

/** Why a contender has no figure in a row: thrown where its work is prepared. */
export class NotRun extends Error {
  override readonly name = "NotRun";
}

/** A bound that a contender is meant to keep. */
export interface Goal {
  /** The contender it is about. */
  readonly of: string;
  /**
   * Nanoseconds per unit of work; or, if `times` is given, multiples of that contender's figure, of the
   * fastest one's if there are several.
   */
  readonly atMost: number;
  readonly times?: string | readonly string[];
}

/** One piece of work, done by several contenders in one process. */
export interface Benchmark {
  readonly title: string;
  /** How many units of work one call does: 1 unless the figure is per operation. */
  readonly units: number;
  /**
   * By name, in the order of the table: what prepares each one's work, or throws NotRun. All must come to
   * the answer of the first.
   */
  readonly contenders: Readonly<Record<string, () => Work | Promise<Work>>>;
  readonly goals?: readonly Goal[];
  /** Contenders of the other rows that are missing in this one, and why. */
  readonly without?: Readonly<Record<string, string>>;
}

/** Benchmarks that share a process of their own. */
export interface Suite {
  readonly name: string;
  /** What a unit of work is, as in "nanoseconds per …". */
  readonly per: string;
  readonly benchmarks: readonly Benchmark[];
}

/** Rows of counts instead of times: what a method takes, on whatever machine. */
export interface CountSuite {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: () => readonly (readonly string[])[];
}
