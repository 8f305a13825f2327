import { square, pow, sqrt, add, sub, mul, div, neg } from "@jacobian/core";
import { apply } from "../formula/elementwise.ts";
import { Constant, type Formula, Named, Variable } from "../formula/formula.ts";
import { constant } from "../formula/make.ts";
import { compare, minus, plus, type Rational, times } from "../formula/rational.ts";
import { erased, type ScalarRule } from "../formula/rule.ts";

/** base^exponent: a base is a variable, or any formula that is no sum, product or power. */
export interface Power {
  readonly base: Formula;
  readonly exponent: Rational;
}

/** coefficient·Π powers, bases in the order of their making; the coefficient is not 0. */
export interface Term {
  readonly coefficient: Rational;
  readonly powers: readonly Power[];
}

/** A sum of terms, each under the key of its powers: so like terms meet. */
export type Terms = Map<string, Term>;

export const one: Rational = { n: 1n, d: 1n };

const keyOf = (powers: readonly Power[]): string => {
  let key = "";
  for (const { base, exponent } of powers) key += `${base.order}^${exponent.n}/${exponent.d} `;
  return key;
};

/** Adds a term to a sum. */
const accumulate = (sum: Terms, { coefficient, powers }: Term, key: string): void => {
  const known = sum.get(key);
  const total = known === undefined ? coefficient : plus(known.coefficient, coefficient);
  if (total.n === 0n) sum.delete(key);
  else sum.set(key, { coefficient: total, powers });
};

/** Adds factor·other to a sum. */
export const include = (sum: Terms, other: Terms, factor: Rational): void => {
  for (const [key, { coefficient, powers }] of other) {
    accumulate(sum, { coefficient: times(coefficient, factor), powers }, key);
  }
};

export const termsOf = (...terms: readonly Term[]): Terms => {
  const sum: Terms = new Map();
  for (const term of terms)
    if (term.coefficient.n !== 0n) accumulate(sum, term, keyOf(term.powers));
  return sum;
};

export const rationalTerms = (coefficient: Rational): Terms => termsOf({ coefficient, powers: [] });

/** A power as a term of its own. */
export const powerTerms = (base: Formula, exponent: Rational): Terms =>
  termsOf({ coefficient: one, powers: [{ base, exponent }] });

/** Powers of two products by rising order of their bases, exponents of the same base added. */
const merged = (a: readonly Power[], b: readonly Power[]): readonly Power[] => {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const result: Power[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x.base === y.base) {
      const exponent = plus(x.exponent, y.exponent);
      if (exponent.n !== 0n) result.push({ base: x.base, exponent });
      i++;
      j++;
    } else if (x.base.order < y.base.order) result.push(a[i++]!);
    else result.push(b[j++]!);
  }
  return [...result, ...a.slice(i), ...b.slice(j)];
};

const termProduct = (a: Term, b: Term): Term => ({
  coefficient: times(a.coefficient, b.coefficient),
  powers: merged(a.powers, b.powers),
});

/** Every term of one sum times every one of the other. */
export const termsProduct = (a: Terms, b: Terms): Terms => {
  const sum: Terms = new Map();
  for (const x of a.values()) {
    for (const y of b.values()) {
      const term = termProduct(x, y);
      accumulate(sum, term, keyOf(term.powers));
    }
  }
  return sum;
};

const total = ({ powers }: Term): Rational =>
  powers.reduce((sum, { exponent }) => plus(sum, exponent), { n: 0n, d: 1n });

/** Variables by their names, before named constants, before all else as it was made. */
const beforeBase = (a: Formula, b: Formula): number => {
  if (a === b) return 0;
  const [x, y] = [rank(a), rank(b)];
  if (x !== y) return x - y;
  const named =
    (a instanceof Variable || a instanceof Named) && (b instanceof Variable || b instanceof Named);
  if (named && a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.order - b.order;
};

const rank = (a: Formula): number => (a instanceof Variable ? 0 : a instanceof Named ? 1 : 2);

const sortedPowers = ({ powers }: Term): readonly Power[] =>
  [...powers].sort((a, b) => beforeBase(a.base, b.base));

/** Graded lexicographic, the highest degree first: x² + x·y + y² + x + 1. */
const sorted = (terms: Terms): readonly Term[] => {
  const keyed = [...terms.values()].map((term) => ({
    coefficient: term.coefficient,
    powers: sortedPowers(term),
    degree: total(term),
  }));
  return keyed.sort((a, b) => compare(b.degree, a.degree) || lexicographic(a.powers, b.powers));
};

const lexicographic = (a: readonly Power[], b: readonly Power[]): number => {
  for (let k = 0; k < a.length && k < b.length; k++) {
    const [x, y] = [a[k]!, b[k]!];
    const order = beforeBase(x.base, y.base) || compare(y.exponent, x.exponent);
    if (order !== 0) return order;
  }
  return b.length - a.length;
};

/** A primitive's rule applied to formulas. */
export const call = <S>(
  { rule }: { readonly rule: ScalarRule<S> },
  ...operands: Formula[]
): Formula => apply(erased(rule), operands);

/** base^exponent as it is written: squares and roots by their own primitives. */
export const powerFormula = (base: Formula, exponent: Rational): Formula => {
  if (exponent.d === 1n && exponent.n === 1n) return base;
  if (exponent.d === 1n && exponent.n === 2n) return call(square, base);
  if (exponent.d === 2n && exponent.n === 1n) return call(sqrt, base);
  return call(pow, base, constant(exponent));
};

const productOf = (factors: readonly Formula[]): Formula | undefined =>
  factors.length === 0 ? undefined : factors.reduce((x, y) => call(mul, x, y));

/** |coefficient|·Π powers, those with negative exponents below a fraction bar. */
const unsigned = ({ coefficient, powers }: Term): Formula => {
  const above = powers.filter(({ exponent }) => exponent.n > 0n);
  const below = powers.filter(({ exponent }) => exponent.n < 0n);
  const size = coefficient.n < 0n ? minus(coefficient) : coefficient;
  const product = productOf([
    ...(size.n === size.d ? [] : [constant(size)]),
    ...above.map(({ base, exponent }) => powerFormula(base, exponent)),
  ]);
  const divisor = productOf(below.map(({ base, exponent }) => powerFormula(base, minus(exponent))));
  const top = product ?? constant(1);
  return divisor === undefined ? top : call(div, top, divisor);
};

const isNegative = ({ coefficient }: Term): boolean => coefficient.n < 0n;

/** A sum of terms as a formula, in the order in which polynomials are written. */
export const formulaOfTerms = (terms: Terms): Formula => {
  let sum: Formula | undefined;
  for (const term of sorted(terms)) {
    const part = unsigned(term);
    if (sum === undefined) sum = isNegative(term) ? call(neg, part) : part;
    else sum = call(isNegative(term) ? sub : add, sum, part);
  }
  return sum ?? constant(0);
};

/** The exact number that a formula is, if it is one. */
export const exactOf = (x: Formula | undefined): Rational | undefined =>
  x instanceof Constant && typeof x.exact === "object" ? x.exact : undefined;
