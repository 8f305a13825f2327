import type { ClarkeSet, Conventions, Sighting } from "@jacobian/nonsmooth";
import type { System } from "./fields.ts";

// What goes to the worker and comes from it: plain data.

export interface Question {
  /** As `readKinked` reads it. */
  readonly source: string;
  readonly x: readonly number[];
  /** The reader's own conventions. */
  readonly own: Conventions;
}

/** A derivative that somebody takes. */
export interface Choice {
  readonly gradient: readonly number[];
  /** Whether it is in Clarke's set: nobody knows, where only a larger set is known that holds it. */
  readonly isClarke: "yes" | "no" | "maybe";
}

/** What the packages say about f at a point. */
export interface Derivatives {
  readonly x: readonly number[];
  readonly set: Pick<ClarkeSet, "kind" | "promise" | "reason">;
  /** Its corners, if it has any. */
  readonly generators: readonly (readonly number[])[];
  /** Where it ends, in order: its corners, or points all around it if it is round. */
  readonly outline: readonly (readonly number[])[];
  readonly nearestToZero: readonly number[];
  readonly kinks: readonly Sighting[];
  readonly choices: Readonly<Record<System, Choice>>;
  /** The primitives of f for which there is something to choose. */
  readonly primitives: readonly string[];
  /** One certified element. */
  readonly certified: Choice;
}

/** Undefined where f has no value; a text where it has one, but no Clarke set. */
export type Answer = Derivatives | string | undefined;
