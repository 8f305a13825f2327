import { gcd } from "./gcd.ts";
import { degreeOf, derivative, type Integers, minus, quotient } from "./integer.ts";

/** A factor, and how often it divides. */
export interface Factor {
  readonly factor: Integers;
  readonly multiplicity: number;
}

/** f/g, where g is known to divide f. */
const over = (f: Integers, g: Integers): Integers => quotient(f, g) ?? [];

/**
 * f = Π fₖᵏ with square-free fₖ that have no factor in common, for a primitive f (Yun 1976): f and f′ share
 * every factor once less often.
 */
export const squareFree = (f: Integers): readonly Factor[] => {
  const slope = derivative(f);
  const common = gcd(f, slope);
  const factors: Factor[] = [];
  let w = over(f, common);
  let z = minus(over(slope, common), derivative(w));
  for (let k = 1; degreeOf(w) > 0; k++) {
    const factor = gcd(w, z);
    if (degreeOf(factor) > 0) factors.push({ factor, multiplicity: k });
    w = over(w, factor);
    z = minus(over(z, factor), derivative(w));
  }
  return factors;
};
