import { minus, type Rational, times } from "../formula/rational.ts";
import { is, isUnit, type Term, unit } from "./term.ts";

/** Longer sums are not multiplied out: the work stays linear. */
const longest = 16;

const multiplications = (coefficient: Rational, terms: readonly Term[]): number =>
  terms.filter((t) => t.body !== unit && !isUnit(times(coefficient, t.coefficient))).length;

const identity: Rational = { n: 1n, d: 1n };

/** Whether c·(a + b) is written as c·a + c·b: it costs no more, as with numbers or 2·(x + 2·y). */
export const spreads = (coefficient: Rational, terms: readonly Term[]): boolean =>
  isUnit(coefficient) ||
  (terms.length <= longest &&
    multiplications(coefficient, terms) <= multiplications(identity, terms) + 1);

/** Whether c·(a + b)·z is written as (c·a + c·b)·z: with (x + 3·y)/3·z it saves an operation. */
export const absorbs = (coefficient: Rational, terms: readonly Term[]): boolean =>
  terms.length <= longest &&
  multiplications(coefficient, terms) <= multiplications(identity, terms);

/** The terms of c·sum. */
export const multiplied = (c: Rational, terms: readonly Term[]): readonly Term[] => {
  if (is(c, 1n)) return terms;
  const by = is(c, -1n) ? minus : (a: Rational): Rational => times(a, c);
  return terms.map(({ coefficient, body }) => ({ coefficient: by(coefficient), body }));
};
