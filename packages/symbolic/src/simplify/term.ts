import { Constant, type Formula } from "../formula/formula.ts";
import { constant } from "../formula/make.ts";
import type { Rational } from "../formula/rational.ts";

/** coefficient·body. Every canonical form is one; the body of a number is `unit`. */
export interface Term {
  readonly coefficient: Rational;
  readonly body: Formula;
}

/** base^exponent */
export interface Factor {
  readonly base: Formula;
  readonly exponent: Term;
}

export const whole = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });

export const one: Rational = /*#__PURE__*/ whole(1);
export const minusOne: Rational = /*#__PURE__*/ whole(-1);

export const unit: Formula = /*#__PURE__*/ constant(1);

export const numberTerm = (coefficient: Rational): Term => ({ coefficient, body: unit });
export const bodyTerm = (body: Formula): Term => ({ coefficient: one, body });

export const zeroTerm: Term = /*#__PURE__*/ numberTerm(/*#__PURE__*/ whole(0));
export const oneTerm: Term = /*#__PURE__*/ numberTerm(one);

export const isNumber = (term: Term): boolean => term.body === unit;

export const is = (a: Rational, n: bigint): boolean => a.n === n && a.d === 1n;

export const isUnit = (a: Rational): boolean => a.d === 1n && (a.n === 1n || a.n === -1n);

/** Whether a term is the number n. */
export const isValue = (term: Term, n: bigint): boolean =>
  isNumber(term) && is(term.coefficient, n);

/** The number that an exponent is, if it is one. */
export const numeric = (exponent: Term): Rational | undefined =>
  exponent.body === unit ? exponent.coefficient : undefined;

export const sameTerm = (a: Term, b: Term): boolean =>
  a.body === b.body && a.coefficient.n === b.coefficient.n && a.coefficient.d === b.coefficient.d;

/**
 * Beyond 1024 bits, of which float64 has no numbers, exact numbers stay factors and terms of their own:
 * so that each operation on them takes a bounded time.
 */
export const mostBits = 1024n;
const most = 2n ** mostBits;

export const isSmall = ({ n, d }: Rational): boolean => n < most && n > -most && d < most;

/** The exact number that a formula is, if it is one. */
export const exactOf = (formula: Formula): Rational | undefined =>
  formula instanceof Constant && typeof formula.exact === "object" ? formula.exact : undefined;
