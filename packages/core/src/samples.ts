import type { Plain } from "./value.ts";

/**
 * A point at which a primitive is checked. "interior": smooth there (what is not said is this);
 * "tie": several pieces are active and the convention decides; "jump": the value itself jumps.
 */
interface Sample {
  readonly inputs: readonly Plain[];
  /** The static argument, as the rule sees it. */
  readonly statics?: unknown;
  readonly kind?: "interior" | "tie" | "jump";
}

/**
 * The samples of the primitives of one file, by the name of the rule. They stand beside the file as
 * `<file>.samples.ts`; a primitive without samples fails the tests.
 */
export type Samples = Readonly<Record<string, readonly Sample[]>>;
