import { add, cbrt, div, exp, mul, neg, pow, reciprocal, sqrt, square, sub } from "@jacobian/core";
import { e } from "../constants.ts";
import type { Formula } from "../formula/formula.ts";
import { call, constant } from "../formula/make.ts";
import { compare, inverted, magnitude, minus, type Rational, times } from "../formula/rational.ts";
import { erased } from "../formula/rule.ts";
import type { Canon } from "./canon.ts";
import { flipped, isBelow, isFlippable, isFree } from "./flip.ts";
import * as signs from "./sign.ts";
import { rationalRoot } from "./power.ts";
import { absorbs, multiplied, spreads } from "./spread.ts";
import {
  bodyTerm,
  exactOf,
  type Factor,
  is,
  isUnit,
  minusOne,
  numeric,
  one,
  type Term,
  unit,
  whole,
} from "./term.ts";

const unary = (primitive: typeof neg, x: Formula): Formula => call(erased(primitive.rule), [x]);

const binary = (primitive: typeof add, x: Formula, y: Formula): Formula =>
  call(erased(primitive.rule), [x, y]);

const product = (factors: readonly Formula[]): Formula =>
  factors.reduce((all, factor) => binary(mul, all, factor));

/** x^q for a positive q, by the nicest primitive. */
const rationalPower = (canon: Canon, base: Formula, q: Rational): Formula => {
  if (is(q, 1n)) return base;
  if (is(q, 2n)) return unary(square, base);
  if (q.n === 1n && q.d === 2n) return unary(sqrt, base);
  const odd = q.n === 1n && q.d === 3n;
  if (odd && signs.within(canon.signsOf(bodyTerm(base)), signs.nonnegative)) {
    return unary(cbrt, base);
  }
  return binary(pow, base, constant(q));
};

/** Powers such as e^(−x), of which the reciprocal saves the sign. */
const decays = (canon: Canon, { exponent }: Factor): boolean =>
  numeric(exponent) === undefined && is(exponent.coefficient, -1n) && !isFree(canon, exponent);

const symbolicPower = (canon: Canon, { base, exponent }: Factor): Formula =>
  base === e ? unary(exp, canon.formula(exponent)) : binary(pow, base, canon.formula(exponent));

interface Power {
  readonly bases: Formula[];
  readonly exponent: Rational;
}

/** A power of e, or one whose exponent is no number; of its reciprocal for the sign −1. */
const exponential = (canon: Canon, { base, exponent }: Factor, sign: bigint): Formula => {
  const { coefficient, body } = exponent;
  if (base === e && is(coefficient, sign) && body === unit) return e;
  return symbolicPower(canon, {
    base,
    exponent: { coefficient: times(coefficient, whole(sign)), body },
  });
};

/** Whether a power of these bases may be written as the power of their product, and read back. */
const mayGroup = (canon: Canon, exponent: Rational, bases: readonly Formula[]): boolean => {
  if (exponent.d === 1n) return true;
  const unsure = bases.filter((x) => !signs.within(canon.signsOf(bodyTerm(x)), signs.positive));
  return unsure.length <= 1;
};

/** Powers with the same exponent are one power of a product: x²·y² is (x·y)². */
const grouped = (canon: Canon, powers: readonly Factor[], sign: bigint): (Power | Formula)[] => {
  const groups = new Map<string, Power>();
  const all: (Power | Formula)[] = [];
  for (const factor of powers) {
    const q = numeric(factor.exponent);
    const exponent = q && { n: sign * q.n, d: q.d };
    if (exponent === undefined || factor.base === e) {
      all.push(exponential(canon, factor, sign));
      continue;
    }
    const key = is(exponent, 1n) ? `${all.length}` : `${exponent.n}/${exponent.d}`;
    const group = groups.get(key);
    if (group !== undefined && mayGroup(canon, exponent, [...group.bases, factor.base])) {
      group.bases.push(factor.base);
    } else {
      const made = { bases: [factor.base], exponent };
      groups.set(key, made);
      all.push(made);
    }
  }
  return all;
};

/** A power above the bar and one below it with the same exponent are one power of a quotient: x²/y² is (x/y)². */
const joinQuotients = (
  canon: Canon,
  above: (Power | Formula)[],
  below: (Power | Formula)[],
): void => {
  above.forEach((upper, k) => {
    if (!("bases" in upper) || is(upper.exponent, 1n)) return;
    const at = below.findIndex(
      (lower) => "bases" in lower && compare(lower.exponent, upper.exponent) === 0,
    );
    const lower = below[at];
    if (lower === undefined || !("bases" in lower)) return;
    if (!mayGroup(canon, upper.exponent, [...upper.bases, ...lower.bases])) return;
    const base = binary(div, product(upper.bases), product(lower.bases));
    above[k] = { bases: [base], exponent: upper.exponent };
    below.splice(at, 1);
  });
};

const written = (canon: Canon, powers: readonly (Power | Formula)[]): Formula[] =>
  powers.map((power) =>
    "bases" in power ? rationalPower(canon, product(power.bases), power.exponent) : power,
  );

/** c·numerators */
const scaled = (c: Rational, above: readonly Formula[]): Formula => {
  if (above.length === 0) return constant(c);
  if (is(c, 1n)) return product(above);
  if (c.n === 1n) return binary(div, product(above), constant({ n: c.d, d: 1n }));
  return product([constant(c), ...above]);
};

const quotient = (c: Rational, above: readonly Formula[], below: readonly Formula[]): Formula => {
  if (above.length === 0 && is(c, 1n)) return unary(reciprocal, product(below));
  // Half of x/y is x/(2·y).
  if (above.length > 0 && c.n === 1n && c.d !== 1n) {
    return binary(div, product(above), product([constant({ n: c.d, d: 1n }), ...below]));
  }
  return binary(div, scaled(c, above), product(below));
};

/** x^(−q) as one operation, and the root of 1/2 rather than 2^(−1/2). */
const tersely = ({ base, exponent }: Factor): Formula | undefined => {
  const q = numeric(exponent);
  if (q === undefined || q.n >= 0n || is(q, -1n) || base === e) return undefined;
  const number = exactOf(base);
  return number !== undefined && q.n === -1n && q.d === 2n
    ? unary(sqrt, constant(inverted(number)))
    : binary(pow, base, constant(q));
};

/** Takes the number before a product into one of its sums, where that saves operations. */
const absorbed = (
  canon: Canon,
  c: Rational,
  factors: readonly Factor[],
): readonly Factor[] | undefined => {
  if (isUnit(c)) return undefined;
  for (const factor of factors) {
    const terms = canon.termsOf(factor.base);
    const q = terms && numeric(factor.exponent);
    if (terms === undefined || q?.d !== 1n) continue;
    const root = rationalRoot(magnitude(c), magnitude(q).n);
    const by = root && (q.n > 0n ? root : inverted(root));
    if (by === undefined || !absorbs(by, terms)) continue;
    const base = canon.formula({ coefficient: by, body: factor.base });
    return factors.map((other) => (other === factor ? { ...factor, base } : other));
  }
  return undefined;
};

/** c·product, as a textbook writes it: numbers first, negative powers below a fraction bar. */
export const realisedProduct = (canon: Canon, c: Rational, factors: readonly Factor[]): Formula => {
  if (c.n < 0n && factors.some((factor) => isFlippable(canon, factor))) {
    return realisedProduct(canon, minus(c), flipped(canon, factors));
  }
  const taken = absorbed(canon, c, factors);
  if (taken !== undefined) return realisedProduct(canon, c.n < 0n ? minusOne : one, taken);
  const [only] = factors;
  if (only !== undefined && factors.length === 1 && canon.manner.terse && is(c, 1n)) {
    const terse = tersely(only);
    if (terse !== undefined) return terse;
  }
  // x/e^y rather than x·e^(−y), but e^(−y) alone.
  const alone = isUnit(c) && factors.every((factor) => isBelow(factor) || decays(canon, factor));
  const isUnder = (factor: Factor): boolean => isBelow(factor) || (!alone && decays(canon, factor));
  const upper = grouped(
    canon,
    factors.filter((factor) => !isUnder(factor)),
    1n,
  );
  const lower = grouped(canon, factors.filter(isUnder), -1n);
  joinQuotients(canon, upper, lower);
  const [above, under] = [written(canon, upper), written(canon, lower)];
  if (under.length > 0) {
    return is(c, -1n) && above.length > 0
      ? unary(neg, quotient(one, above, under))
      : quotient(c, above, under);
  }
  return is(c, -1n) && above.length > 0 ? unary(neg, product(above)) : scaled(c, above);
};

/** The term that a sum begins with: the first positive one, or else one whose sign costs nothing. */
const firstOf = (canon: Canon, terms: readonly Term[]): number => {
  const from = terms.findIndex(({ coefficient }) => coefficient.n > 0n);
  return from >= 0
    ? from
    : Math.max(
        0,
        terms.findIndex((term) => isFree(canon, term)),
      );
};

/** A sum: the negative terms are subtracted. */
export const realisedSum = (canon: Canon, terms: readonly Term[]): Formula => {
  const from = firstOf(canon, terms);
  let total = canon.formula(terms[from]!);
  terms.forEach(({ coefficient, body }, k) => {
    if (k === from) return;
    const next = canon.formula({ coefficient: magnitude(coefficient), body });
    total = binary(coefficient.n > 0n ? add : sub, total, next);
  });
  return total;
};

/** A term whose coefficient is not 1. */
export const realised = (canon: Canon, { coefficient, body }: Term): Formula => {
  if (body === unit) return constant(coefficient);
  const terms = canon.termsOf(body);
  if (terms !== undefined && (isUnit(coefficient) || spreads(coefficient, terms))) {
    return realisedSum(canon, multiplied(coefficient, terms));
  }
  return realisedProduct(canon, coefficient, canon.factorsOf(body));
};
