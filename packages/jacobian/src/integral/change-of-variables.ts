import {
  type Container,
  type Scalar,
  type ScalarFor,
  type Scalars,
  ShapeError,
  describeShape,
  entryCount,
  flatten,
  fromColumns,
  mul,
  scalarOutput,
} from "@jacobian/core";
import { pushforward } from "@jacobian/dual";
import type { Interval } from "./axis.ts";
import { type Integral, checkedIntegrand, integralOver } from "./integrate.ts";
import type { IntegrateOptions } from "./options.ts";
import { type IntervalList, isInterval } from "./region.ts";
import { Stretch } from "./stretch.ts";

/** The sign of det J over a region: "mixed" where both are met, undefined for tall maps, and where nothing was looked at. */
type OrientationOfRegion = 1 | -1 | 0 | "mixed" | undefined;

/** An integral over the image of a region, and what is known of the map. */
export interface TransformedIntegral<S extends Scalar = number> extends Integral<S> {
  /** Whether the map is one-to-one is never looked into: what is covered twice is counted twice. */
  readonly injective: "unverified";
  readonly orientation: OrientationOfRegion;
  /** What speaks against the result, in words. */
  readonly warnings: readonly string[];
}

const reasons = {
  evaluations: "maxEvaluations was reached",
  rounding: "what is left of it is rounding",
};

const warningsFor = (
  { orientation, isFlat, isBlurred }: Stretch,
  { stop }: Integral<Scalar>,
): readonly string[] => [
  ...(orientation === "mixed"
    ? [
        "det J changes its sign in the region: the map folds it, and what is covered twice counts twice",
      ]
    : []),
  ...(isFlat
    ? ["the columns of J are dependent wherever it was looked at: the image has no volume"]
    : []),
  ...(isBlurred
    ? [
        "det J is rounding at some points, where long columns of J are nearly dependent: what it holds there is left out",
      ]
    : []),
  ...(stop === "tolerance" ? [] : [`the error is beyond the tolerance: ${reasons[stop]}`]),
];

type Map = (u: readonly Scalar[]) => Container;

/** The map and its Jacobian at u, from one evaluation. */
const linearized = (map: Map, u: readonly Scalar[]) => {
  const units = u.map((_, j) => u.map((_, i) => (i === j ? 1 : 0)));
  const { value, tangents } = pushforward<readonly Scalar[]>(map)(u, units);
  const [rows, cols] = [entryCount("changeOfVariables", value), units.length];
  if (rows >= cols) {
    return { value, J: fromColumns(flatten("changeOfVariables", tangents), rows, cols) };
  }
  throw new ShapeError(
    `changeOfVariables: expected a map with at least as many outputs as variables, got a Jacobian that is ${describeShape([rows, cols])}; its image is flat or covered many times`,
  );
};

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- an annotated function sets them, an inline one takes their defaults */
/**
 * The integral of a function over the image of a region, taken over the region:
 * ∫_{map(R)} g(y) dy = ∫_R g(map(u))·|det J(u)| du. A tall map has √det JᵀJ in the place of |det J|: the
 * length of a curve, the area of a surface. Adaptive as `integrate`, which has the same regions and options.
 *
 * The formula holds for maps that are one-to-one but for a set without volume. That is not looked into
 * (`injective: "unverified"`): a point that the map covers twice counts twice. A sign of det J that changes
 * is a warning, but det J > 0 is no proof. Where det J is no larger than its rounding, it counts as 0; a warning
 * says where that may matter.
 * @throws ShapeError for a map with fewer outputs than variables, or an integrand that gives no scalar;
 * DomainError for regions and options that are none, and for an integrand or Jacobian that is NaN or infinite
 * inside the region, naming the point; OperatorError for what is no function.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * changeOfVariables(() => 1, polar, [[0, 1], [0, 2 * Math.PI]]).value; // 3.141592653589794
 */
export function changeOfVariables<
  Y = Scalars,
  X extends Scalar = Scalar,
  const A extends Interval = Interval,
>(
  integrand: (y: Y) => Scalar,
  map: (u: X) => Container,
  region: A,
  options?: IntegrateOptions,
): TransformedIntegral<ScalarFor<A>>;
export function changeOfVariables<
  Y = Scalars,
  X extends readonly Scalar[] = Scalars,
  const A extends IntervalList = IntervalList,
>(
  integrand: (y: Y) => Scalar,
  map: (u: X) => Container,
  region: A,
  options?: IntegrateOptions,
): TransformedIntegral<ScalarFor<A>>;
/* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */
export function changeOfVariables(
  integrand: (y: never) => Scalar,
  map: (u: never) => Container,
  region: unknown,
  options: IntegrateOptions = {},
): TransformedIntegral<Scalar> {
  const stretch = new Stretch();
  // The overloads say that the map takes what the region holds, and the integrand what the map gives.
  const [of, through] = [
    checkedIntegrand("changeOfVariables", integrand, "a function to integrate"),
    checkedIntegrand("changeOfVariables", map, "a map after the integrand"),
  ] as [(y: unknown) => unknown, (u: unknown) => Container];
  const onLists: Map = isInterval(region) ? ([u]) => through(u) : through;
  const pulledBack = (u: readonly Scalar[]): Scalar => {
    const { value, J } = linearized(onLists, u);
    return mul(scalarOutput("changeOfVariables", of(value)), stretch.of(J));
  };
  const integral = integralOver("changeOfVariables", pulledBack, region, options);
  const { orientation } = stretch;
  const warnings = warningsFor(stretch, integral);
  return { ...integral, injective: "unverified", orientation, warnings };
}
