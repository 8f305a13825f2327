import { unflatten } from "@jacobian/core";
import { numbersOf } from "../containers.ts";

/** What is left of f(x + d) when f(x) + J·d is taken away, for one step. */
export interface RemainderStep {
  /** ‖d‖ in the ∞-norm. */
  readonly length: number;
  /** The remainder of each entry of the output; NaN where f is not finite. */
  readonly remainder: Float64Array;
  /** How much of it may be rounding, for each entry. */
  readonly rounding: Float64Array;
}

/** A step, and what noise is told by. */
interface Taken {
  readonly length: number;
  readonly there: Float64Array;
  readonly second: Float64Array;
  readonly remainder: Float64Array;
  /** How large the terms of the remainder are. */
  readonly size: Float64Array;
}

/** A function and its derivative at a point, on plain numbers. */
export interface Approximated {
  readonly x: unknown;
  readonly value: unknown;
  readonly at: (x: unknown) => unknown;
  readonly jvp: (d: unknown) => unknown;
}

/** A remainder this many times above rounding is one. */
export const clear = 64;

const operation = "taylorTest";

/** Steps are halved so often, down to 10⁻¹¹ of the first, or more where even then a remainder stands clear of rounding. */
const [halvings, mostHalvings] = [36, 200];

/** So many doublings in a row are no noise; each by at least this factor: 2 would be that of a kink. */
const run = 4;
const growth = 1.7;

/** Rounding of a sum of three numbers, and of what they come from. */
const ulps = 4 * Number.EPSILON;

export const largest = (x: Float64Array): number =>
  x.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);

/**
 * The noise that second differences show, the longest step first: the largest of those before they begin, seen from the
 * shortest step, to grow with it.
 */
const noiseOf = (second: readonly number[]): number => {
  let [growing, most] = [0, 0];
  for (let k = second.length - 1; k > 0 && growing < run; k--) {
    const [own, next] = [second[k] ?? NaN, second[k - 1] ?? NaN];
    growing = own > 0 && next >= growth * own ? growing + 1 : 0;
    if (growing === 0 && own > most) most = own;
  }
  return most;
};

/** x + t·h, and the step that was really taken: x + d is exact. */
const stepped = (x: Float64Array, h: Float64Array, t: number) => {
  const to = x.map((entry, k) => entry + t * (h[k] ?? NaN));
  return { to, d: to.map((entry, k) => entry - (x[k] ?? NaN)) };
};

/** Entry by entry: f(x + d) − f(x) − J·d, and how large its terms are. */
const remainderOf = (y: Float64Array, there: Float64Array, linear: Float64Array) => ({
  remainder: there.map((z, i) => z - (y[i] ?? NaN) - (linear[i] ?? NaN)),
  size: there.map((z, i) => Math.abs(z) + Math.abs(y[i] ?? NaN) + Math.abs(linear[i] ?? NaN)),
});

/** |(f(x + d) − f(x)) − 2·(f(x + d/2) − f(x))|, in which J has no part, and steps of f's own rounding show. */
const halvedDifference = (y: Float64Array, there: Float64Array, half: Float64Array) =>
  there.map((z, i) => Math.abs(z - (y[i] ?? NaN) - 2 * ((half[i] ?? NaN) - (y[i] ?? NaN))));

/** |f(x + d) + f(x − d) − 2·f(x)|, in which J has no part. */
const secondDifference = (y: Float64Array, there: Float64Array, back: Float64Array) =>
  there.map((z, i) => Math.abs(z - (y[i] ?? NaN) + ((back[i] ?? NaN) - (y[i] ?? NaN))));

/**
 * Remainders along h, over ever shorter steps. The first is h, or where h is too short to show more than rounding, a
 * step in its direction that is not.
 */
export const remaindersAlong = (f: Approximated, h: Float64Array): readonly RemainderStep[] => {
  const [x, y] = [numbersOf(operation, f.x), numbersOf(operation, f.value)];
  const image = (to: Float64Array): Float64Array =>
    numbersOf(operation, f.at(unflatten(operation, f.x, to)));
  const longest = Math.max(1, (2 ** -4 * Math.max(1, largest(x))) / largest(h));
  const taken: Taken[] = [];
  const isClear = ({ remainder, size }: Taken): boolean =>
    remainder.some((entry, i) => Math.abs(entry) > clear * ulps * (size[i] ?? NaN));
  for (let k = 0; k < halvings || (k < mostHalvings && isClear(taken.at(-1)!)); k++) {
    const { to, d } = stepped(x, h, longest * 2 ** -k);
    // Below rounding of x there are no steps.
    if (k > 0 && largest(d) === 0) break;
    const there = image(to);
    const linear = numbersOf(operation, f.jvp(unflatten(operation, f.x, d)));
    const second = secondDifference(y, there, image(stepped(x, d, -1).to));
    taken.push({ length: largest(d), there, second, ...remainderOf(y, there, linear) });
  }
  const halved = taken.slice(1).map(({ there }, k) => halvedDifference(y, taken[k]!.there, there));
  const noise = y.map((_, i) =>
    Math.max(
      noiseOf(taken.map(({ second }) => second[i] ?? NaN)),
      noiseOf(halved.map((entries) => entries[i] ?? NaN)),
    ),
  );
  return taken.map(({ length, remainder, size }) => {
    const rounding = size.map((terms, i) => 2 * (noise[i] ?? NaN) + ulps * terms);
    return { length, remainder, rounding };
  });
};
