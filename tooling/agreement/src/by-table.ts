import type { Value } from "@jacobian/core";
import type { AnyFunction } from "./engines.ts";
import { engines, nameOf, orders } from "./engines.ts";
import { largest, numbersOf } from "./numbers.ts";
import type { Program } from "./primitives.ts";
import { excuses, slackOf, unclaimed } from "./slack.ts";
import type { Numeral, Point } from "./tables.ts";

/** Allowed error of a value relative to it: what the special functions promise, and 45 ulp. */
const ofValue = 1e-14;

/** Allowed error of a derivative relative to it. */
const ofDerivative = 1e-12;

/** Allowed error of a second derivative relative to its scale: the largest derivative at the point. */
const ofScale = 1e-14;

/** Equal, both infinite alike, or close; where the table says NaN there is nothing to be right about. */
const close = (expected: number, got: number, tolerance: number): boolean =>
  Number.isNaN(expected) ||
  expected === got ||
  (Number.isFinite(expected) && Math.abs(expected - got) <= tolerance);

const finite = (entries: readonly Numeral[]): number[] =>
  entries.map(Number).filter((entry) => Number.isFinite(entry));

/**
 * The size that the second derivatives have near x, where one of them may happen to vanish: that of
 * the largest, or of the change of a first derivative over the length max(1, |x|).
 */
const scaleOfSecond = ({ x, first, second }: Point): number =>
  Math.max(
    largest(finite(second.flat())),
    largest(finite(first)) / Math.max(1, largest(finite(x))),
  );

/** What one point of a table shows to be wrong, and by which road it was found. */
export interface Wrong {
  /** "value", "first by dual", "second by dual over tape", … */
  readonly road: string;
  readonly words: string;
}

/** Compares a primitive at one point of its table, by every engine and every order of two engines. */
export const wrongAt = (
  name: string,
  of: (statics: unknown) => Program,
  point: Point,
): readonly Wrong[] => {
  const { kind, value, first, second } = point;
  const x = point.x.map(Number);
  const f: AnyFunction = (inputs) => of(point.statics?.map(Number)[0])(inputs as readonly Value[]);
  const compare = (
    road: string,
    expected: readonly Numeral[],
    got: unknown,
    [relative, absolute]: readonly [number, number],
  ): Wrong[] =>
    numbersOf(got).flatMap((g, k) => {
      const e = Number(expected[k]);
      // The smallest number is what underflow may cost.
      if (close(e, g, relative * Math.abs(e) + absolute + Number.MIN_VALUE)) return [];
      const where = `${kind} ${road} at (${x.join(", ")}), entry ${k}`;
      return [{ road, words: `${where}: expected ${e}, got ${g}` }];
    });
  return [
    ...compare("value", [value], f(x), [ofValue, slackOf(name)]),
    ...engines.flatMap(({ name: road, jacobian }) =>
      compare(`first by ${road}`, first, jacobian(f)(x), [ofDerivative, 0]),
    ),
    ...orders(2).flatMap((order) => {
      const got = order.reduceRight<AnyFunction>((g, { jacobian }) => jacobian(g), f)(x);
      const absolute = ofScale * scaleOfSecond(point);
      return compare(`second by ${nameOf(order)}`, second.flat(), got, [ofDerivative, absolute]);
    }),
  ];
};

/** In words, what is wrong at one point of a table and not known to be out of reach. */
export const checkPoint = (
  name: string,
  of: (statics: unknown) => Program,
  point: Point,
): readonly string[] =>
  wrongAt(name, of, point)
    .filter(({ road }) => !unclaimed.some((entry) => excuses(entry, name, road, point.x)))
    .map(({ words }) => words);
