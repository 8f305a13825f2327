import { describe, DomainError, type Scalar } from "@jacobian/core";
import { givenVariables } from "../calculus/variables.ts";
import { minus, plus, times, zero } from "../formula/arithmetic.ts";
import type { Formula, Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { formulaOf } from "../formula/lift.ts";
import { expanded } from "../polynomial/expand.ts";
import { powerFormula } from "../polynomial/terms.ts";
import { Expansion } from "./expansion.ts";

/** Where to expand, and how far. */
export interface SeriesOptions {
  /** The point, 0 if none is given: a number, or a formula in other variables. */
  readonly at?: Scalar;
  /** The highest power. */
  readonly order: number;
}

/** A Taylor polynomial. */
export interface Series {
  /** cₖ, that of (v − a)ᵏ at k: exact formulas, multiplied out. */
  readonly coefficients: readonly Formula[];
  /** Σ cₖ·(v − a)ᵏ, the lowest power first. */
  readonly polynomial: Formula;
}

/** A series is quadratic work; no one reads further. */
const highest = 200;

const checkedOrder = (options: SeriesOptions | undefined): number => {
  // What a program that is not type-checked may leave out.
  const order: unknown = options?.order;
  if (typeof order === "number" && Number.isInteger(order) && order >= 0 && order <= highest)
    return order;
  throw new DomainError(
    `series: expected a whole order from 0 to ${highest}, got ${describe(order)}; write series(x, variable, { at: 0, order: 5 })`,
  );
};

const checkedPoint = (at: Formula, variable: Variable): Formula => {
  if (!graphOf([at]).includes(variable)) return at;
  throw new DomainError(
    `series: expected a point without ${variable.name}, got a formula of it; name the point by another variable`,
  );
};

/** Σ cₖ·hᵏ without the terms that are 0. */
const polynomial = (coefficients: readonly Formula[], h: Formula): Formula => {
  let sum = zero;
  coefficients.forEach((c, k) => {
    if (c !== zero)
      sum = plus(sum, k === 0 ? c : times(c, powerFormula(h, { n: BigInt(k), d: 1n })));
  });
  return sum;
};

/**
 * The Taylor polynomial of a formula in one variable v around a point a: x(a + h) = c₀ + c₁h + … + cₙhⁿ + O(hⁿ⁺¹).
 * The coefficients are exact formulas, multiplied out, in the constants and other variables, which are taken for
 * generic: log a has a series around a, though not where a is 0. Any primitive has a series, a user's too.
 * @throws DomainError where the formula is not analytic at the point (a kink, a jump, a pole, log or a root at
 * 0), for an order that is no whole number from 0 to 200 and for what is no variable; UndecidedError where it
 * depends on other variables which piece holds.
 * @example
 * const [x] = symbols("x");
 * const { coefficients } = series(exp(x), x, { order: 3 });
 * coefficients[3] === constant({ n: 1n, d: 6n }); // true
 */
export const series = (x: Scalar, variable: Scalar, options: SeriesOptions): Series => {
  const order = checkedOrder(options);
  const f = formulaOf("series", x);
  // One is asked for, and one is given.
  const v = givenVariables("series", [f], variable)[0]!;
  const at = checkedPoint(formulaOf("series", options.at ?? 0), v);
  const coefficients = new Expansion(v, at).coefficients(f, order).map(expanded);
  return { coefficients, polynomial: polynomial(coefficients, minus(v, at)) };
};
