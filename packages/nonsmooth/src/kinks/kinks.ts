import {
  type Differentiable,
  type Input,
  type Scalars,
  DomainError,
  callerOf,
  copied,
  describe,
  mapLeaves,
  value,
  withLongStacks,
} from "@jacobian/core";
import { intercept } from "../engine/intercept.ts";
import type { Place } from "../engine/kink.ts";
import { checkedOptions, nonnegative } from "../methods/options.ts";

/** A kink that a function meets, and the line of the function where it does. */
export interface Sighting extends Place {
  /** The innermost line outside the packages, as `file:line:column`; undefined if there is none. */
  readonly location: string | undefined;
}

/** What counts as a kink; see `kinks`. */
export interface KinkOptions {
  /** How far apart the numbers that meet at a kink may be; 0 if not said. */
  readonly tolerance?: number;
}

/** @throws DomainError for what is no distance. */
const checkedTolerance = (operation: string, options: KinkOptions): number =>
  checkedOptions(operation, { tolerance: nonnegative }, options).tolerance ?? 0;

/** Where f meets kinks at a point; each place is handed to `tell` as it is met. */
const visit = (
  operation: string,
  f: unknown,
  tolerance: number,
  x: unknown,
  constants: readonly unknown[],
  notice: (place: Place) => void,
): void => {
  const plain = mapLeaves(operation, x, (leaf) => copied(value(leaf)));
  const choose = ({ conventional }: { readonly conventional: ArrayLike<number> }) => conventional;
  intercept(operation, f, { choose, notice, tolerance }, plain, constants, false);
};

/**
 * Every piecewise primitive, step, comparison, length and eigenvalue that f evaluates at a kink, or within a tolerance of
 * one, in the order in which it does: which entry, the numbers that meet there, what a derivative by the table takes, and
 * the line of f.
 * @throws DomainError for a tolerance that is none.
 * @example
 * kinks((x: Scalar) => add(relu(x), abs(sub(x, 1))), { tolerance: 1e-6 })(1).map(({ name }) => name); // [ 'abs' ]
 */
export const kinks = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: KinkOptions = {},
): ((x: Input<X>, ...constants: C) => readonly Sighting[]) => {
  const tolerance = checkedTolerance("kinks", options);
  return (x, ...constants) => {
    const found: Sighting[] = [];
    withLongStacks(() => {
      visit("kinks", f, tolerance, x, constants, ({ name, entry, sides, convention }) => {
        found.push({ name, entry, sides, convention, location: callerOf(new Error()) });
      });
    });
    return found;
  };
};

/** How much of a path is on kinks. */
export interface KinkShare {
  /** Points of the path. */
  readonly steps: number;
  /** Points at which f meets a kink. */
  readonly onKinks: number;
  /** onKinks/steps; 0 of no steps. */
  readonly share: number;
  /** For each primitive at how many points. */
  readonly byName: Readonly<Record<string, number>>;
}

/**
 * How many points of a path are on kinks of f: when "almost everywhere" is not enough. A method's history is such a
 * path, and so is a set of data.
 * @throws DomainError for a tolerance that is none, or a path that is no list.
 * @example
 * kinksAlong((x: Scalar) => relu(x))([-1, 0, 0, 1]).share; // 0.5
 */
export const kinksAlong = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: KinkOptions = {},
): ((path: Iterable<Input<X>>, ...constants: C) => KinkShare) => {
  const tolerance = checkedTolerance("kinksAlong", options);
  return (path, ...constants) => {
    const points: unknown = path;
    if (typeof points !== "object" || points === null || !(Symbol.iterator in points)) {
      throw new DomainError(
        `kinksAlong: expected a list of points, got ${describe(points)}; put one point in a list too`,
      );
    }
    let [steps, onKinks] = [0, 0];
    const byName: Record<string, number> = {};
    for (const x of path) {
      const names = new Set<string>();
      visit("kinksAlong", f, tolerance, x, constants, ({ name }) => names.add(name));
      steps++;
      if (names.size > 0) onKinks++;
      for (const name of names) byName[name] = (byName[name] ?? 0) + 1;
    }
    return { steps, onKinks, share: steps === 0 ? 0 : onKinks / steps, byName };
  };
};
