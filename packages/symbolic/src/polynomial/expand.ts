import type { Scalar } from "@jacobian/core";
import type { Formula } from "../formula/formula.ts";
import { formulaOf } from "../formula/lift.ts";
import { distribute } from "./distribute.ts";
import { formulaOfTerms } from "./terms.ts";

/** Each round can set free a power that the last one made whole: (√(1 + x))² of the sum 1 + x. */
const mostRounds = 4;

/** The formula multiplied out until that changes nothing. */
export const expanded = (x: Formula): Formula => {
  for (let k = 0; k < mostRounds; k++) {
    const [terms] = distribute([x]);
    const next = formulaOfTerms(terms!);
    if (next === x) break;
    x = next;
  }
  return x;
};

/**
 * Products and whole powers of sums multiplied out, through the whole formula: a sum of products of powers
 * with exact coefficients, like terms added, the highest degree first. Equal polynomials become one formula.
 * Divisors are not: x/(1 + x) has one term. A product of more than 1 000 000 pairs of terms stays
 * as it is, a power of more than 2 000 terms, and a shared sum of more than 1 000. Powers of one base add their exponents, so x/x is 1
 * and √x·√x is x, wherever they have a value.
 * @throws ShapeError for an array; OperatorError for what is no value.
 * @example
 * const [x, y] = symbols("x y");
 * expand(square(add(x, y))) === expand(add(square(x), add(square(y), mul(mul(2, x), y)))); // true
 */
export const expand = (x: Scalar): Formula => expanded(formulaOf("expand", x));
