import { add, div, mul, neg, pow, reciprocal, scale, sqrt, square, sub } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import { apply } from "../formula/elementwise.ts";
import { graphOf } from "../formula/graph.ts";
import { power, type Rational, times } from "../formula/rational.ts";
import {
  exactOf,
  formulaOfTerms,
  include,
  one,
  powerTerms,
  rationalTerms,
  type Term,
  type Terms,
  termsOf,
  termsProduct,
} from "./terms.ts";

/** A product of sums with more pairs of terms than this stays as it is. */
const mostPairs = 1_000_000;

/** A power of a sum that would have more terms than this stays as it is: multiplied out by as many pairs. */
export const mostTerms = 2_000;

/** A sum of more terms than this that several formulas share stays whole in each of them. */
const mostShared = 1_000;

const half: Rational = { n: 1n, d: 2n };

/** A formula as one base, whatever it is made of; an exact number as itself. */
export const whole = (x: Formula): Terms => {
  const exact = exactOf(x);
  return exact === undefined ? powerTerms(x, one) : rationalTerms(exact);
};

/** A sum to be multiplied without multiplying out. */
const asBase = (x: Terms): Terms => (x.size === 1 ? x : powerTerms(formulaOfTerms(x), one));

/** x·y, multiplied out unless that is too large. */
export const product = (x: Terms, y: Terms): Terms =>
  x.size * y.size <= mostPairs ? termsProduct(x, y) : termsProduct(asBase(x), asBase(y));

/** How many monomials of degree k there are in n variables, if they are few. */
const monomials = (n: number, k: number): number => {
  let count = 1;
  for (let j = 1; j < n && count <= mostTerms; j++) count = (count * (k + j)) / j;
  return count;
};

/** xᵏ of a sum for a whole k > 0, by repeated squaring. */
const multipliedOut = (x: Terms, k: number): Terms => {
  let result = rationalTerms(one);
  for (const bit of k.toString(2)) {
    result = termsProduct(result, result);
    if (bit === "1") result = termsProduct(result, x);
  }
  return result;
};

/** Beyond so many binary digits no power of a coefficient is computed: 9^9^9 must not fill the memory. */
const mostBits = 2 ** 18;

const bits = ({ coefficient: { n, d } }: Term): number =>
  4 * (n.toString(16).length + d.toString(16).length);

const isUnit = ({ coefficient: { n, d } }: Term): boolean => n === d;

/** Whether the coefficients of xᵏ can be written out. */
const isShort = (x: Terms, k: number): boolean =>
  [...x.values()].every((term) => isUnit(term) || bits(term) * Math.abs(k) <= mostBits);

/** x^q of a single term, if it is a term again: of a whole q, or of a bare base. */
const powerOfTerm = (x: Terms, q: Rational): Terms | undefined => {
  const [term] = x.values();
  if (term === undefined || x.size > 1) return undefined;
  const { coefficient, powers } = term;
  if (q.d === 1n && isShort(x, Number(q.n))) {
    const raised = powers.map(({ base, exponent }) => ({ base, exponent: times(exponent, q) }));
    return termsOf({ coefficient: power(coefficient, q.n), powers: raised });
  }
  const [only] = powers;
  const isBare = powers.length === 1 && only!.exponent.n === 1n && only!.exponent.d === 1n;
  return isUnit(term) && isBare ? powerTerms(only!.base, q) : undefined;
};

/** x^q, undefined for a power of 0 that is not 0. */
export const raised = (x: Terms, q: Rational): Terms | undefined => {
  if (q.n === 0n) return rationalTerms(one);
  if (x.size === 0) return q.n > 0n ? x : undefined;
  const single = powerOfTerm(x, q);
  if (single !== undefined) return single;
  const k = Number(q.n);
  const isMultipliedOut = q.d === 1n && k > 0 && monomials(x.size, k) <= mostTerms;
  if (isMultipliedOut && isShort(x, k)) return multipliedOut(x, k);
  return powerTerms(formulaOfTerms(x), q);
};

/** A sum that grows in place where nothing else needs it, and is copied else. */
interface Owned {
  readonly terms: Terms;
  readonly mayGrow: boolean;
}

const plus = (a: Owned, b: Owned, sign: Rational): Terms => {
  const [into, from, scaled] =
    b.terms.size > a.terms.size && sign === one ? [b, a, one] : [a, b, sign];
  const sum = into.mayGrow ? into.terms : new Map(into.terms);
  include(sum, from.terms, scaled);
  return sum;
};

const minusOne: Rational = { n: -1n, d: 1n };

/** The terms of a call; undefined where it is no sum, product or power. */
const distributed = (formula: Call, operands: readonly Owned[]): Terms | undefined => {
  const [x, y = x] = operands;
  if (x === undefined || y === undefined) return undefined;
  const { rule } = formula;
  switch (rule) {
    case add.rule:
      return plus(x, y, one);
    case sub.rule:
      return plus(x, y, minusOne);
    case neg.rule:
      return termsProduct(rationalTerms(minusOne), x.terms);
    case mul.rule:
    case scale.rule:
      return product(x.terms, y.terms);
    case square.rule:
      return raised(x.terms, { n: 2n, d: 1n });
    case sqrt.rule:
      return raised(x.terms, half);
    case reciprocal.rule:
      return raised(x.terms, minusOne);
    case div.rule: {
      const inverse = raised(y.terms, minusOne);
      return inverse && product(x.terms, inverse);
    }
    case pow.rule: {
      const exponent = exactOf(formulaOfTerms(y.terms));
      return exponent && raised(x.terms, exponent);
    }
    default:
      return undefined;
  }
};

/** How many formulas of the graph, or outputs, have each one as operand. */
const usesIn = (graph: readonly Formula[], outputs: readonly Formula[]): Map<Formula, number> => {
  const uses = new Map<Formula, number>();
  const count = (x: Formula): unknown => uses.set(x, (uses.get(x) ?? 0) + 1);
  outputs.forEach(count);
  for (const { operands } of graph) operands.forEach(count);
  return uses;
};

/**
 * Formulas as sums of products of powers, multiplied out through the whole graph, each subformula once. What
 * would have more than `mostTerms` terms stays as it is.
 */
export const distribute = (outputs: readonly Formula[]): readonly Terms[] => {
  const graph = graphOf(outputs);
  const uses = usesIn(graph, outputs);
  const results = new Map<Formula, Terms>();
  const isAlone = (x: Formula): boolean => uses.get(x) === 1;
  for (const formula of graph) {
    const operands = formula.operands.map((x) => {
      // Operands come first, so each has its terms.
      return { terms: results.get(x)!, mayGrow: isAlone(x) };
    });
    const terms = formula instanceof Call ? distributed(formula, operands) : whole(formula);
    const own = terms ?? opaque(formula, operands);
    results.set(formula, isAlone(formula) || own.size <= mostShared ? own : asBase(own));
  }
  return outputs.map((x) => results.get(x)!);
};

/** A call of any other rule, its operands multiplied out. */
const opaque = (formula: Formula, operands: readonly Owned[]): Terms => {
  if (!(formula instanceof Call)) return whole(formula);
  const inner = operands.map(({ terms }) => formulaOfTerms(terms));
  return whole(apply(formula.rule, inner, formula.s));
};
