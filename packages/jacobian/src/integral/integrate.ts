import {
  type Scalar,
  type ScalarFor,
  type Scalars,
  DomainError,
  OperatorError,
  add,
  describe,
  mul,
  scalarOutput,
  value as numberOf,
} from "@jacobian/core";
import { type Division, type Piece, type Stop, divide } from "./adaptive.ts";
import type { Axis, Interval } from "./axis.ts";
import { gaussKronrod } from "./gauss-kronrod.ts";
import { genzMalik } from "./genz-malik.ts";
import { type IntegrateOptions, checkedLimits } from "./options.ts";
import { type IntervalList, axesOf, isInterval } from "./region.ts";
import type { Rule } from "./rule.ts";

/** An integral, and what is known of its error. */
export interface Integral<S extends Scalar = number> {
  readonly value: S;
  /**
   * An estimate of |value − integral|, not a bound: what lies between the points of the last parts is not seen. In
   * several variables, of a peak or a kink, it can be too small a hundred times: compare with a smaller tolerance.
   */
  readonly error: number;
  /** How often the integrand was evaluated. */
  readonly evaluations: number;
  /** Whether the error is within the tolerance. */
  readonly converged: boolean;
  /** Why it ended: the tolerance is met, `maxEvaluations` is reached, or rounding is all that is left to better. */
  readonly stop: Stop;
}

/** The rules are the same for every integral; one is made when it is first asked for. */
const made: (Rule | undefined)[] = [];
const ruleFor = (n: number): Rule => (made[n] ??= n === 1 ? gaussKronrod() : genzMalik(n));

/** The integrand in coordinates: its value times what one unit of coordinates holds of the variables. */
const inCoordinates =
  (operation: string, f: (x: readonly Scalar[]) => unknown, axes: readonly Axis[]) =>
  (t: readonly number[]): Scalar => {
    const x: Scalar[] = [];
    let scale: Scalar = 1;
    axes.forEach((axis, i) => {
      const place = axis.place(t[i]!, x);
      x.push(place.x);
      scale = mul(scale, place.scale);
    });
    // f has a list of its own, which it may write into.
    const y = mul(scalarOutput(operation, f([...x])), scale);
    if (Number.isFinite(numberOf(y))) return y;
    throw new DomainError(
      `${operation}: expected an integrand that is finite inside the region, got ${describe(numberOf(y))} at (${x.map((each) => describe(numberOf(each))).join(", ")}); make the place a bound, or leave it out`,
    );
  };

/** The integral of a piece; elements are added up by primitives, and so with their derivatives. */
const integralOf = ({ value, volume, samples }: Piece, { weights }: Rule): Scalar =>
  samples === undefined
    ? value
    : samples.reduce<Scalar>((sum, y, k) => add(sum, mul(volume * weights[k]!, y)), 0);

const summed = ({ pieces, ...division }: Division, rule: Rule): Integral<Scalar> => {
  const value = pieces.reduce<Scalar>((sum, piece) => add(sum, integralOf(piece, rule)), 0);
  const { error, evaluations, stop } = division;
  return { value, error, evaluations, converged: stop === "tolerance", stop };
};

/** @throws OperatorError for what is no function, of a program that is not type-checked. */
export const checkedIntegrand = <F>(operation: string, f: F, what: string): F => {
  if (typeof f === "function") return f;
  throw new OperatorError(
    `${operation}: expected ${what}, got ${describe(f)}; give functions first, then the region`,
  );
};

/** The integral of a function of a list of variables, whatever the form of the region. */
export const integralOver = (
  operation: string,
  f: (x: readonly Scalar[]) => unknown,
  region: unknown,
  options: IntegrateOptions,
): Integral<Scalar> => {
  const limits = checkedLimits(operation, options);
  const axes = axesOf(operation, region);
  const whole = { from: axes.map(({ from }) => from), to: axes.map(({ to }) => to) };
  if (axes.some(({ from, to }) => from === to)) {
    return { value: 0, error: 0, evaluations: 0, converged: true, stop: "tolerance" };
  }
  const rule = ruleFor(axes.length);
  return summed(divide(rule, inCoordinates(operation, f, axes), whole, limits), rule);
};

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- an annotated function sets them, an inline one takes their defaults */
/**
 * The integral of a function over an interval, or over a region of up to four variables: a list of intervals
 * [from, to], where ±∞ is allowed and a bound may be a function of the variables before. Bounds are never
 * evaluated, so an integrand may be infinite there if its integral is finite.
 *
 * Adaptive: the part with the greatest error is halved until the errors add up to `tolerance`·∫|f|. One
 * dimension takes the Gauss–Kronrod rule of 7 and 15 points, more take the rule of Genz and Malik, of degree 7.
 * The error is an estimate: a peak between the points of the last parts is missed, and on an
 * infinite interval one side of a peak that is very wide, so scale the variable to lengths near 1.
 *
 * Elements pass: of an outer derivative, in f or in a bound, the value has the derivative of the sum that was
 * added up (and so Leibniz's rule for bounds). The error is that of the value alone.
 * @throws DomainError for a region or options that are none, for bounds in the wrong order, and for an
 * integrand that is NaN or infinite inside the region, naming the point; ShapeError unless it gives a scalar;
 * OperatorError for what is no function.
 * @example
 * integrate((x) => exp(neg(square(x))), [-Infinity, Infinity]).value; // 1.7724538509055159
 * integrate(([x, y]) => mul(x, y), [[0, 1], [0, ([x]) => x]]).value; // 0.12499999999999997
 */
export function integrate<X extends Scalar = Scalar, const A extends Interval = Interval>(
  f: (x: X) => Scalar,
  region: A,
  options?: IntegrateOptions,
): Integral<ScalarFor<A>>;
export function integrate<
  X extends readonly Scalar[] = Scalars,
  const A extends IntervalList = IntervalList,
>(f: (x: X) => Scalar, region: A, options?: IntegrateOptions): Integral<ScalarFor<A>>;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
export function integrate(
  f: (x: never) => Scalar,
  region: unknown,
  options: IntegrateOptions = {},
): Integral<Scalar> {
  // The overloads say that f takes what the region holds.
  const of = checkedIntegrand("integrate", f, "a function to integrate") as (x: unknown) => unknown;
  return integralOver("integrate", isInterval(region) ? ([x]) => of(x) : of, region, options);
}
