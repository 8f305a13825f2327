import type { Value } from "@jacobian/core";
import type { AnyFunction } from "./engines.ts";
import { engines, nameOf, orders } from "./engines.ts";
import { largest, numbersOf } from "./numbers.ts";
import type { Program } from "./primitives.ts";
import { isUnclaimed, slackOf } from "./slack.ts";
import type { Numeral, Point } from "./tables.ts";

/** Allowed error of a value relative to it: what the special functions promise, and 45 ulp. */
const ofValue = 1e-14;

/** Allowed error of a derivative relative to it. */
const ofDerivative = 1e-12;

/** Allowed error of a second derivative relative to its scale: the largest derivative at the point. */
const ofScale = 1e-14;

/** Equal, both infinite alike, or close; where the table says NaN there is nothing to be right about. */
const close = (expected: number, got: number, tolerance: number): boolean =>
  Number.isNaN(expected) || expected === got || Math.abs(expected - got) <= tolerance;

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

/** In words, what one point of a table shows to be wrong, by every engine and order of engines. */
export const checkPoint = (
  name: string,
  of: (statics: unknown) => Program,
  point: Point,
): string[] => {
  const { kind, value, first, second } = point;
  const x = point.x.map(Number);
  const f: AnyFunction = (inputs) => of(point.statics?.map(Number)[0])(inputs as readonly Value[]);
  const slack = slackOf(name, x, Number(value));
  const compare = (
    what: string,
    expected: readonly Numeral[],
    got: unknown,
    relative: number,
    absolute: number,
  ) =>
    numbersOf(got).flatMap((g, k) => {
      const e = Number(expected[k]);
      // The smallest number is what underflow may cost.
      const tolerance = relative * Math.abs(e) + absolute + Number.MIN_VALUE;
      if (close(e, g, tolerance) || isUnclaimed(name, what, x)) return [];
      return [`${kind} ${what} at (${x.join(", ")}), entry ${k}: expected ${e}, got ${g}`];
    });
  return [
    ...compare("value", [value], f(x), ofValue, slack.value),
    ...engines.flatMap((engine) =>
      compare(`first by ${engine.name}`, first, engine.jacobian(f)(x), ofDerivative, slack.first),
    ),
    ...orders(2).flatMap((order) => {
      const [outer, within] = order;
      const got = outer?.jacobian((y) => within?.jacobian(f)(y))(x);
      const absolute = ofScale * scaleOfSecond(point) + slack.second;
      return compare(`second by ${nameOf(order)}`, second.flat(), got, ofDerivative, absolute);
    }),
  ];
};
