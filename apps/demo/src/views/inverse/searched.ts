import type { Pair } from "../../app/fields.ts";
import type { Compiled } from "../../model/compiled.ts";
import type { Numbers } from "../../ui/matrix-tex.ts";

// What goes to the worker and comes from it: plain data.

/** What is known beforehand: nothing, or L within r of the start. */
export type Knowledge = { readonly lipschitz: number; readonly within: number } | undefined;

export interface Question {
  readonly compiled: Compiled;
  /** One start or two. */
  readonly starts: readonly Pair[];
  readonly knowledge: Knowledge;
  readonly target: Pair;
}

/** How far the inverse near a start reaches, or why there is none. */
export type Nearby =
  | {
      readonly exists: true;
      readonly radius: number;
      readonly domainRadius: number;
      readonly lipschitz: number;
      readonly rigorous: boolean;
      readonly image: Pair;
      readonly determinant: number | undefined;
    }
  | { readonly exists: false; readonly isSingular: boolean; readonly why: string };

/** One point of Newton's way: where f takes it, and how far that is from the target. */
export interface Step {
  readonly x: Pair;
  readonly image: Pair | undefined;
  readonly residual: number;
}

export interface Found {
  readonly x: Pair;
  readonly steps: readonly Step[];
  readonly withinRadius: boolean;
  readonly guaranteed: boolean;
  /** J at x; and, unless it is singular, J of the inverse at the target with their product. */
  readonly jacobians:
    | {
        readonly forward: Numbers;
        readonly back?: { readonly inverse: Numbers; readonly product: Numbers };
      }
    | undefined;
  /** Steps of the contraction with its factor, where it is sure to converge. */
  readonly contraction: { readonly iterations: number; readonly factor: number } | undefined;
}

export type Outcome =
  { readonly found: Found } | { readonly found: undefined; readonly why: string };

export interface Searched {
  readonly start: Pair;
  readonly near: Nearby;
  /** None where there is no inverse. */
  readonly outcome: Outcome | undefined;
}

/** What came of each start. */
export type Answer = readonly Searched[];
