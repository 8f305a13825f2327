import { abs } from "@jacobian/core";
import { e } from "../constants.ts";
import type { Formula } from "../formula/formula.ts";
import { constant } from "../formula/make.ts";
import { minus, type Rational, times } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import { Factors, isModerate, productOf } from "./product.ts";
import * as signs from "./sign.ts";
import {
  bodyTerm,
  type Factor,
  is,
  isNumber,
  isSmall,
  isValue,
  numberTerm,
  numeric,
  one,
  oneTerm,
  type Term,
  zeroTerm,
} from "./term.ts";

/** The k-th root of a natural number, if it is one. */
const integerRoot = (n: bigint, k: bigint): bigint | undefined => {
  if (n < 2n) return n;
  if (k > 64n) return undefined;
  let root = BigInt(Math.round(Number(n) ** (1 / Number(k))) || 1);
  // Newton's method: from a float64 the steps are few.
  for (let step = 0; step < 64; step++) {
    const next = ((k - 1n) * root + n / root ** (k - 1n)) / k;
    if (next === root || next === root + 1n) break;
    root = next;
  }
  for (const near of [root - 1n, root, root + 1n]) if (near > 0n && near ** k === n) return near;
  return undefined;
};

/** The k-th root of a number that is not negative, if it is one. */
export const rationalRoot = (c: Rational, k: bigint): Rational | undefined => {
  const [n, d] = [integerRoot(c.n, k), integerRoot(c.d, k)];
  return n === undefined || d === undefined ? undefined : { n, d };
};

/** c^q for c > 0. */
const numberPower = (factors: Factors, c: Rational, q: Rational): void => {
  const root = isSmall(c) ? rationalRoot(c, q.d) : undefined;
  if (root !== undefined) factors.include(numberTerm(root), q.n);
  else if (c.n === 1n) factors.multiply(constant({ n: c.d, d: 1n }), numberTerm(minus(q)));
  else factors.multiply(constant(c), numberTerm(q));
};

/** (base^p)^q = base^(pq), where the exponent allows it: |base| for an even p. */
const nested = (canon: Canon, { base, exponent }: Factor, q: Rational): Factor | undefined => {
  const p = numeric(exponent);
  const known = signs.within(canon.signsOf(bodyTerm(base)), signs.nonnegative);
  const product = { coefficient: times(exponent.coefficient, q), body: exponent.body };
  if (!isModerate(product.coefficient)) return undefined;
  if (known || (p !== undefined && (p.d !== 1n || p.n % 2n !== 0n))) {
    return { base, exponent: product };
  }
  if (p === undefined) return undefined;
  return { base: canon.call(ruleOf(abs), [bodyTerm(base)]).body, exponent: product };
};

/** Which factors of a base never turn negative, so that a root may be drawn of each alone. */
const isNonnegative = (canon: Canon, { base, exponent }: Factor): boolean =>
  signs.within(
    signs.signsOfPower(canon.signsOf(bodyTerm(base)), numeric(exponent)),
    signs.nonnegative,
  );

const raiseBase = (factors: Factors, body: Formula, q: Rational): void => {
  factors.multiply(body, numberTerm(q));
};

/** term^q for a fraction q: it is defined where the term is not negative. */
const fractionalPower = (canon: Canon, term: Term, q: Rational): Term => {
  const result = new Factors(canon);
  const factors = canon.factorsOf(term.body);
  let { coefficient } = term;
  if (coefficient.n > 0n) {
    numberPower(result, coefficient, q);
    coefficient = one;
  }
  const sure = (factor: Factor): boolean =>
    signs.within(canon.signsOf(bodyTerm(canon.product([factor]))), signs.positive);
  const all = is(coefficient, 1n) && factors.every((factor) => isNonnegative(canon, factor));
  const rest: Factor[] = [];
  for (const factor of factors) {
    const raised = all || sure(factor) ? nested(canon, factor, q) : undefined;
    if (raised === undefined) rest.push(factor);
    else includeRaised(result, raised);
  }
  const [only] = rest;
  const single = rest.length === 1 && is(coefficient, 1n) ? nested(canon, only!, q) : undefined;
  if (single !== undefined) includeRaised(result, single);
  else if (rest.length > 0 || !is(coefficient, 1n)) {
    const body = canon.formula({ coefficient, body: canon.product(rest) });
    raiseBase(result, body, q);
  }
  return result.result();
};

/** |x|^(2k) is x^(2k). */
const includeRaised = (result: Factors, { base, exponent }: Factor): void =>
  result.multiply(base, exponent);

/** term^exponent where the exponent is no number. */
const symbolicPower = (canon: Canon, term: Term, exponent: Term): Term => {
  const factors = canon.factorsOf(term.body);
  const [only] = factors;
  const result = new Factors(canon);
  if (only !== undefined && factors.length === 1 && is(term.coefficient, 1n)) {
    const p = numeric(only.exponent);
    const odd = p !== undefined && (p.d !== 1n || p.n % 2n !== 0n);
    const known = signs.within(canon.signsOf(bodyTerm(only.base)), signs.nonnegative);
    if (odd || known || only.base === e) {
      result.multiply(only.base, productOf(canon, only.exponent, exponent));
      return result.result();
    }
  }
  const base = canon.formula(term);
  result.multiply(base, exponent);
  return result.result();
};

/** base^exponent, wherever that is defined. */
export const powerOf = (canon: Canon, base: Term, exponent: Term): Term => {
  if (isNumber(base) && is(base.coefficient, 1n)) return oneTerm;
  const q = numeric(exponent);
  if (q === undefined) return symbolicPower(canon, base, exponent);
  if (q.n === 0n) return oneTerm;
  if (q.n > 0n && isValue(base, 0n)) return zeroTerm;
  if (q.d !== 1n || !isModerate(q)) return fractionalPower(canon, base, q);
  const result = new Factors(canon);
  result.include(base, q.n);
  return result.result();
};
