import {
  type Scalar,
  type Scalars,
  DomainError,
  add,
  describe,
  isValue,
  mul,
  sub,
  value,
} from "@jacobian/core";

/** A number, ±∞, or a function of the variables before. */
export type Bound = Scalar | ((earlier: Scalars) => Scalar);

/** From a lower to an upper bound. */
export type Interval = readonly [from: Bound, to: Bound];

/** Where a variable stands, and how much of it there is for each unit of the coordinate. */
interface Place {
  readonly x: Scalar;
  readonly scale: Scalar;
}

/** A variable, and the coordinate that is divided and sampled in its stead. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly place: (t: number, earlier: readonly Scalar[]) => Place;
}

/** What a program that is not type-checked may pass, or a bound give, is anything. */
const numberOf = (bound: unknown): unknown => (isValue(bound) ? value(bound) : bound);

const printed = (bounds: readonly unknown[], earlier: readonly Scalar[]): string => {
  const where = earlier.length === 0 ? "" : ` beside ${earlier.map(describe).join(", ")}`;
  return `[${bounds.map(describe).join(", ")}]${where}`;
};

/** What is no interval is told beforehand, or at the point where it comes. */
const checked = (
  operation: string,
  bounds: readonly [Scalar, Scalar],
  earlier: readonly Scalar[],
): readonly [number, number] => {
  const [a, b] = bounds.map(numberOf);
  if (typeof a !== "number" || typeof b !== "number") {
    throw new DomainError(
      `${operation}: expected bounds that are numbers, got ${printed(bounds, earlier)}; a bound is a number, ±Infinity, or a function of the variables before it`,
    );
  }
  if (b - a === Infinity && b < Infinity && a > -Infinity) {
    throw new DomainError(
      `${operation}: expected an interval of finite length, or with infinite bounds, got ${printed(bounds, earlier)}; write ±Infinity for what is so far away`,
    );
  }
  if (a < Infinity && b > -Infinity && a <= b) return [a, b];
  throw new DomainError(
    `${operation}: expected an interval from a lower to an upper bound, got ${printed(bounds, earlier)}; order them, and give the integral the opposite sign if it is oriented`,
  );
};

/** t in [0, 1] for all intervals whose ends are not known beforehand, or not finite. */
const placed = (
  [from, to]: readonly [Scalar, Scalar],
  [a, b]: readonly [number, number],
  t: number,
): Place => {
  if (b < Infinity && a > -Infinity) {
    const width = sub(to, from);
    return { x: add(from, mul(width, t)), scale: width };
  }
  if (a === -Infinity && b === Infinity) {
    const s = 2 * t - 1;
    const rest = 4 * t * (1 - t);
    return { x: s / rest, scale: (2 * (1 + s * s)) / rest ** 2 };
  }
  // Near t = 0 it is the finite end that has all digits, since that is where an integrand may be singular.
  const distance = t / (1 - t);
  const scale = 1 / (1 - t) ** 2;
  return { x: a > -Infinity ? add(from, distance) : sub(to, distance), scale };
};

const boundAt = (bound: Bound, earlier: readonly Scalar[]): Scalar =>
  // As many as there are: a function of more finds that the rest is undefined. It may write into its list.
  typeof bound === "function" ? bound([...earlier] as unknown as Scalars) : bound;

/** The axis of a variable; finite bounds that are plain numbers are coordinates themselves. */
export const axisOf = (operation: string, [from, to]: Interval): Axis => {
  if (typeof from === "function" || typeof to === "function") {
    return {
      from: 0,
      to: 1,
      place: (t, earlier) => {
        const bounds = [boundAt(from, earlier), boundAt(to, earlier)] as const;
        return placed(bounds, checked(operation, bounds, earlier), t);
      },
    };
  }
  const [a, b] = checked(operation, [from, to], []);
  const isPlain = typeof from === "number" && typeof to === "number";
  if (isPlain && a > -Infinity && b < Infinity) {
    return { from: a, to: b, place: (t) => ({ x: t, scale: 1 }) };
  }
  return { from: 0, to: 1, place: (t) => placed([from, to], [a, b], t) };
};
