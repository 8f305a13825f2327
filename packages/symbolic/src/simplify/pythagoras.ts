import { cos, cosh, sin, sinh, tan, tanh } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import { compare, minus, plus, type Rational, times } from "../formula/rational.ts";
import type { Rule } from "../formula/rule.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import { Factors, productOf } from "./product.ts";
import type { Terms } from "./sum.ts";
import { bodyTerm, numberTerm, numeric, one, type Term, whole } from "./term.ts";

/** c^p = 1 + κ·s², with p = ±2. Where p = 2, c(2u) = c² + κ·s². */
interface Family {
  readonly s: Rule;
  readonly c: Rule;
  readonly p: bigint;
  readonly kappa: Rational;
}

const plusOne = one;
const minusOne: Rational = /*#__PURE__*/ minus(one);
const family = (s: Rule, c: Rule, p: bigint, kappa: Rational): Family => ({ s, c, p, kappa });

const families: readonly Family[] = /*#__PURE__*/ [
  /*#__PURE__*/ family(/*#__PURE__*/ ruleOf(sin), /*#__PURE__*/ ruleOf(cos), 2n, minusOne),
  /*#__PURE__*/ family(/*#__PURE__*/ ruleOf(sinh), /*#__PURE__*/ ruleOf(cosh), 2n, plusOne),
  /*#__PURE__*/ family(/*#__PURE__*/ ruleOf(tan), /*#__PURE__*/ ruleOf(cos), -2n, plusOne),
  /*#__PURE__*/ family(/*#__PURE__*/ ruleOf(tanh), /*#__PURE__*/ ruleOf(cosh), -2n, minusOne),
];

const rules: ReadonlySet<Rule> = /*#__PURE__*/ new Set(
  /*#__PURE__*/ families.flatMap(({ s, c }) => [s, c]),
);

/** rest·(a·s² + b·c^p) + k·rest, of one argument. */
interface Group {
  readonly family: Family;
  readonly argument: Formula;
  readonly rest: Term;
}

/** rest·base^p */
const withPower = (canon: Canon, { rest, argument }: Group, rule: Rule, p: bigint): Term => {
  const factors = new Factors(canon);
  factors.include(rest, 1n);
  factors.include(canon.call(rule, [canon.read(argument)]), p);
  return factors.result();
};

const powerIn = ({ s, c, p }: Family, rule: Rule, q: bigint): bigint | undefined => {
  if (rule === s && q >= 2n) return 2n;
  return rule === c && (p > 0n ? q >= p : q <= p) ? p : undefined;
};

/** The groups that a body belongs to. */
const groupsOf = (canon: Canon, body: Formula): Group[] => {
  const groups: Group[] = [];
  for (const { base, exponent } of canon.factorsOf(body)) {
    const q = numeric(exponent);
    if (!(base instanceof Call) || !rules.has(base.rule) || q?.d !== 1n) continue;
    for (const family of families) {
      const p = powerIn(family, base.rule, q.n);
      if (p === undefined) continue;
      const rest = new Factors(canon);
      rest.include(bodyTerm(body), 1n);
      rest.multiply(base, numberTerm(whole(-p)));
      groups.push({ family, argument: base.operands[0]!, rest: rest.result() });
    }
  }
  return groups;
};

const same = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
const twice = (a: Rational): Rational => times(a, whole(2));

/** Joins what stands in one group; whether anything did. */
const joins = (terms: Terms, group: Group): boolean => {
  const { canon } = terms;
  const { s, c, p, kappa } = group.family;
  const [square, other] = [withPower(canon, group, s, 2n), withPower(canon, group, c, p)];
  const [a, b, k] = [terms.of(square), terms.of(other), terms.of(group.rest)];
  const doubled = (factor: Rational): boolean => {
    const { coefficient, body } = canon.read(group.argument);
    const wave = canon.apply(c, [{ coefficient: twice(coefficient), body }]);
    terms.add(productOf(canon, group.rest, wave), factor);
    return true;
  };
  const drop = (...dropped: readonly (readonly [Term, Rational])[]): void => {
    for (const [term, coefficient] of dropped) terms.add(term, minus(coefficient));
  };
  if (a.n !== 0n && b.n !== 0n) {
    drop([square, a], [other, b]);
    if (p === 2n && same(a, times(kappa, b))) return doubled(b);
    terms.add(square, plus(a, times(kappa, b)));
    terms.add(group.rest, b);
    return true;
  }
  if (k.n === 0n || (a.n === 0n && b.n === 0n)) return false;
  if (b.n === 0n && same(a, times(kappa, k))) {
    drop([square, a], [group.rest, k]);
    terms.add(other, k);
    return true;
  }
  if (a.n === 0n && same(b, minus(k))) {
    drop([other, b], [group.rest, k]);
    terms.add(square, times(b, kappa));
    return true;
  }
  if (p !== 2n) return false;
  const wave = b.n === 0n && same(a, twice(times(kappa, k)));
  if (!wave && !(a.n === 0n && same(b, minus(twice(k))))) return false;
  drop([square, a], [other, b], [group.rest, k]);
  return doubled(wave ? k : minus(k));
};

/** sin² + cos² = 1, cosh² − sinh² = 1 and what follows, in terms with the same other factors. */
export const joinsSquares = (terms: Terms): boolean => {
  let joined = false;
  for (const [body, coefficient] of [...terms.coefficients]) {
    if (coefficient.n === 0n) continue;
    for (const group of groupsOf(terms.canon, body)) {
      if (terms.coefficients.get(body)?.n !== 0n && joins(terms, group)) joined = true;
    }
  }
  return joined;
};
