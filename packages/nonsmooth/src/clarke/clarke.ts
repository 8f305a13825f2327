import {
  type Differentiable,
  type Input,
  type Scalars,
  DomainError,
  Element,
  LevelError,
  copied,
  describe,
  mapLeaves,
} from "@jacobian/core";
import { placesOf } from "../engine/kink.ts";
import type { At } from "../lexicographic/settle.ts";
import { checkedOptions, count } from "../methods/options.ts";
import { ClarkeSet } from "./clarke-set.ts";
import { claimOf } from "./claim.ts";
import { continuous } from "./continuous.ts";
import { relevantSelections, selectionsOf } from "./enumerate.ts";
import { isThin } from "./essential.ts";
import { sampled } from "./sampled.ts";
import type { Selection } from "./selection.ts";
import { summed } from "./summed.ts";
import { type Term, termOf } from "./terms.ts";

/** How many selections a set is made of; see `clarke`. */
export interface ClarkeOptions {
  /** How many selections a set is made of at the most; 1024 if not said. */
  readonly limit?: number;
  /** How many elements are taken instead where there are more selections than that; none if not said. */
  readonly samples?: number;
}

/** The point without the derivatives of outer levels: a set has none. */
const plainPoint = (x: unknown): unknown =>
  mapLeaves("clarke", x, (leaf) => {
    if (!(leaf instanceof Element)) return copied(leaf);
    throw new LevelError(
      `clarke: expected a plain point, got ${describe(leaf)}; a set has no derivative, take value(x)`,
    );
  });

const demands = { limit: /*#__PURE__*/ count(0), samples: /*#__PURE__*/ count(0) };

/** Each matrix once. */
const distinct = (terms: readonly Term[]): readonly Term[] => {
  const points = new Map(terms.map((term) => [term.centre.map((entry) => entry + 0).join(), term]));
  return terms.some(({ shares }) => shares.length > 0) ? terms : [...points.values()];
};

/** A set that is a sum over its kinks. */
const ofSum = (
  at: At,
  { base, term, promised }: NonNullable<ReturnType<typeof summed>>,
): ClarkeSet => {
  continuous(at, [base]);
  const { claim, reason } = promised;
  return new ClarkeSet(claim, reason, placesOf(base.kinks), [base.rows, base.cols], [term]);
};

/** The hull of selections. */
const ofSelections = (at: At, all: readonly Selection[]): ClarkeSet => {
  const selections = continuous(
    at,
    all.filter((selection) => !isThin(selection)),
  );
  const terms = selections.map((selection) => termOf(at, selection));
  const { claim, reason } = claimOf(at, selections, terms);
  const { rows, cols, kinks } = selections[0]!;
  return new ClarkeSet(claim, reason, placesOf(kinks), [rows, cols], distinct(terms));
};

/** So many selections are all looked at, whether a Jacobian depends on them or not. */
const few = 32;

const setOf = (at: At, { limit = 1024, samples = 0 }: ClarkeOptions): ClarkeSet => {
  const sum = summed(at, limit);
  if (sum !== undefined) return ofSum(at, sum);
  const all = selectionsOf(at, Math.min(limit, few));
  if (all !== undefined) return ofSelections(at, all);
  const relevant = relevantSelections(at, limit);
  const set = relevant && ofSelections(at, relevant);
  if (set?.promise === "equal to the Clarke Jacobian") return set;
  // More can be proven of all selections than of one for each Jacobian.
  const more = limit > few ? selectionsOf(at, limit) : undefined;
  if (more !== undefined) return ofSelections(at, more);
  if (set !== undefined) return set;
  if (samples > 0) return sampled(at, samples);
  throw new DomainError(
    `clarke: expected at most ${limit} selections of kinks within each other, got more; raise limit, or give samples for a set of elements within the Clarke Jacobian`,
  );
};

/**
 * Clarke's generalized Jacobian of f at x, the hull of the limits of Jacobians at points where f is differentiable, or
 * a set that contains it: every selection of the pieces that meet at kinks, f run again for each, and a plain
 * statement of what is promised. (Kinks that do not stand within each other are a sum, however many.) Equal only where it is proven: where every generator that counts is taken in an open
 * cone next to x; where f or −f is regular; or where a single norm or eigenvalue has a kink.
 * @throws DomainError where f is not locally Lipschitz as far as can be seen, where there are more than `limit`
 * selections of kinks within each other and no `samples`, or where norms or eigenvalues stand within each other at kinks; LevelError for an
 * element of an outer derivative.
 * @see Clarke, Optimization and Nonsmooth Analysis, 1990, chapter 2
 * @example
 * clarke((x: Scalar) => abs(x))(0).interval; // [ -1, 1 ]
 */
export const clarke = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: ClarkeOptions = {},
): ((x: Input<X>, ...constants: C) => ClarkeSet) => {
  const checked = checkedOptions("clarke", demands, options);
  return (x, ...constants) =>
    setOf({ operation: "clarke", f, x: plainPoint(x), constants }, checked);
};
