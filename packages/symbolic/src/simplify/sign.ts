import type { Rational } from "../formula/rational.ts";
import type { Assumptions } from "../formula/formula.ts";

/** Which signs a formula may have, one bit for each. */
export type Signs = number;

export const negative: Signs = 1;
export const zero: Signs = 2;
export const positive: Signs = 4;
export const any: Signs = 7;
export const nonnegative: Signs = 6;
export const nonpositive: Signs = 3;

/** Whether there are no other signs than these. */
export const within = (signs: Signs, bounds: Signs): boolean => (signs & ~bounds) === 0;

export const signsOfNumber = ({ n }: Rational): Signs =>
  n > 0n ? positive : n < 0n ? negative : zero;

export const signsOfAssumptions = (known: Assumptions): Signs => {
  let signs = any;
  if (known.positive === true) signs &= positive;
  if (known.negative === true) signs &= negative;
  if (known.nonnegative === true) signs &= nonnegative;
  if (known.nonzero === true) signs &= ~zero;
  return signs;
};

/** The signs of −x. */
const opposite = (signs: Signs): Signs =>
  (signs & zero) | (signs & negative ? positive : 0) | (signs & positive ? negative : 0);

export const signsOfProduct = (a: Signs, b: Signs): Signs => {
  let signs = (a | b) & zero;
  if (b & positive) signs |= a & ~zero;
  if (b & negative) signs |= opposite(a) & ~zero;
  return signs;
};

export const signsOfSum = (a: Signs, b: Signs): Signs => {
  const both = a | b;
  if (within(both, nonnegative) || within(both, nonpositive)) {
    return a & b & zero ? both : both & ~zero;
  }
  return any;
};

/** Where it is defined: a fractional power asks for a base that is not negative, and is none. */
export const signsOfPower = (base: Signs, exponent: Rational | undefined): Signs => {
  if (within(base, positive)) return positive;
  if (exponent === undefined) return within(base, nonnegative) ? nonnegative : any;
  const bounds = exponent.n < 0n ? base & ~zero : base;
  if (exponent.n % 2n === 0n || exponent.d !== 1n) {
    return bounds & zero ? nonnegative : positive;
  }
  return bounds;
};
