import { add, cbrt, div, exp, mul, neg, pow, reciprocal, sqrt, square, sub } from "@jacobian/core";
import { e } from "../constants.ts";
import type { Formula } from "../formula/formula.ts";
import { call, constant } from "../formula/make.ts";
import { minus, type Rational } from "../formula/rational.ts";
import { erased } from "../formula/rule.ts";
import type { Canon } from "./canon.ts";
import { flipped, isFlippable } from "./flip.ts";
import * as signs from "./sign.ts";
import { multiplied, spreads } from "./spread.ts";
import { bodyTerm, type Factor, is, isUnit, numeric, one, type Term, unit } from "./term.ts";

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

const symbolicPower = (canon: Canon, { base, exponent }: Factor): Formula =>
  base === e ? unary(exp, canon.formula(exponent)) : binary(pow, base, canon.formula(exponent));

interface Power {
  readonly bases: Formula[];
  readonly exponent: Rational;
}

/** Whether a group of powers with one exponent may be written as the power of a product, and read back. */
const mayGroup = (canon: Canon, group: Power, base: Formula): boolean => {
  if (group.exponent.d === 1n) return true;
  const unsure = [...group.bases, base].filter(
    (x) => !signs.within(canon.signsOf(bodyTerm(x)), signs.positive),
  );
  return unsure.length <= 1;
};

/** Powers with the same exponent are one power of a product: x²·y² is (x·y)². */
const grouped = (canon: Canon, powers: readonly Factor[], sign: bigint): Formula[] => {
  const groups = new Map<string, Power>();
  const all: (Power | Formula)[] = [];
  for (const factor of powers) {
    const q = numeric(factor.exponent);
    const exponent = q && { n: sign * q.n, d: q.d };
    if (exponent === undefined || factor.base === e) {
      all.push(
        exponent === undefined || is(exponent, 1n)
          ? exponent
            ? e
            : symbolicPower(canon, factor)
          : unary(exp, constant(exponent)),
      );
      continue;
    }
    const key = is(exponent, 1n) ? `${all.length}` : `${exponent.n}/${exponent.d}`;
    const group = groups.get(key);
    if (group !== undefined && mayGroup(canon, group, factor.base)) group.bases.push(factor.base);
    else {
      const made = { bases: [factor.base], exponent };
      groups.set(key, made);
      all.push(made);
    }
  }
  return all.map((power) =>
    "bases" in power ? rationalPower(canon, product(power.bases), power.exponent) : power,
  );
};

const isBelow = ({ base, exponent }: Factor): boolean => {
  const q = numeric(exponent);
  return q !== undefined && q.n < 0n && base !== e;
};

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

/** c·product, as a textbook writes it: numbers first, negative powers below a fraction bar. */
export const realisedProduct = (canon: Canon, c: Rational, factors: readonly Factor[]): Formula => {
  if (c.n < 0n && factors.some((factor) => isFlippable(canon, factor))) {
    return realisedProduct(canon, minus(c), flipped(canon, factors));
  }
  const below = factors.filter(isBelow);
  const [only] = below;
  if (only !== undefined && factors.length === 1 && canon.manner.terse && is(c, 1n)) {
    const q = numeric(only.exponent)!;
    if (!is(q, -1n)) return binary(pow, only.base, constant(q));
  }
  const above = grouped(
    canon,
    factors.filter((factor) => !isBelow(factor)),
    1n,
  );
  if (below.length > 0) {
    const under = grouped(canon, below, -1n);
    return is(c, -1n) && above.length > 0
      ? unary(neg, quotient(one, above, under))
      : quotient(c, above, under);
  }
  return is(c, -1n) && above.length > 0 ? unary(neg, product(above)) : scaled(c, above);
};

const magnitude = (c: Rational): Rational => (c.n < 0n ? minus(c) : c);

/** A sum: it begins with its first positive term, and subtracts the negative ones. */
export const realisedSum = (canon: Canon, terms: readonly Term[]): Formula => {
  const from = Math.max(
    0,
    terms.findIndex(({ coefficient }) => coefficient.n > 0n),
  );
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
