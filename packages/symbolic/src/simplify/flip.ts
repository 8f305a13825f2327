import { asin, asinh, atan, atanh, log, sin, sinh, tan, tanh } from "@jacobian/core";
import { e } from "../constants.ts";
import { Call, type Formula } from "../formula/formula.ts";
import { call } from "../formula/make.ts";
import { minus } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { powerOf } from "./power.ts";
import { ruleOf } from "./rule-of.ts";
import {
  bodyTerm,
  type Factor,
  is,
  isNumber,
  isUnit,
  minusOne,
  numberTerm,
  numeric,
  type Term,
  unit,
} from "./term.ts";

/** f(−x) = −f(x) */
export const oddRules: ReadonlySet<unknown> = /*#__PURE__*/ (() =>
  new Set([
    asin.rule,
    asinh.rule,
    atan.rule,
    atanh.rule,
    sin.rule,
    sinh.rule,
    tan.rule,
    tanh.rule,
  ]))();

/** Within so many nested functions and sums a place for a sign is looked for: the work stays linear. */
const deepest = 4;

/** Whether a sum with all signs changed costs no more: x − y is y − x, and −x − 3 is −3 − x. */
const turnsFreely = (canon: Canon, terms: readonly Term[], depth: number): boolean =>
  terms.some((term) => term.coefficient.n < 0n || opposite(canon, term, depth) !== undefined);

/** −term as a formula, if that costs no more than the term. */
const opposite = (
  canon: Canon,
  { coefficient, body }: Term,
  depth: number,
): Formula | undefined => {
  const turned = (): Formula => canon.formula({ coefficient: minus(coefficient), body });
  if (body === unit || !isUnit(coefficient)) return turned();
  const terms = canon.termsOf(body);
  if (terms !== undefined) return turnsFreely(canon, terms, depth) ? turned() : undefined;
  const factors = canon.factorsOf(body);
  const free = factors.every(isBelow) || factors.some((factor) => turns(canon, factor, depth));
  return free ? turned() : undefined;
};

/** −log(x/2) is log(2/x). */
const turnedLogarithm = (canon: Canon, { rule, operands }: Call): Formula | undefined => {
  const argument = canon.read(operands[0]!);
  const isQuotient =
    !is(argument.coefficient, 1n) || canon.factorsOf(argument.body).some((f) => isBelow(f));
  if (!isQuotient || isNumber(argument)) return undefined;
  return call(rule, [canon.formula(powerOf(canon, argument, numberTerm(minusOne)))]);
};

/** The base with the opposite sign, if that costs nothing: x − y as y − x, sin(x − y) as sin(y − x). */
const turnedBase = (canon: Canon, base: Formula, depth: number): Formula | undefined => {
  // Sums within products within sums are nested functions too: without an end, deep ones overflow the stack.
  if (depth === 0) return undefined;
  if (canon.termsOf(base) !== undefined) return opposite(canon, bodyTerm(base), depth - 1);
  if (!(base instanceof Call)) return undefined;
  if (base.rule === ruleOf(log)) return turnedLogarithm(canon, base);
  if (!oddRules.has(base.rule)) return undefined;
  const argument = opposite(canon, canon.read(base.operands[0]!), depth - 1);
  return argument && call(base.rule, [argument]);
};

const turns = (canon: Canon, { base, exponent }: Factor, depth: number): boolean => {
  const q = numeric(exponent);
  return q?.d === 1n && q.n % 2n !== 0n && turnedBase(canon, base, depth) !== undefined;
};

/** Whether a factor stands below the bar. */
export const isBelow = ({ base, exponent }: Factor): boolean => {
  const q = numeric(exponent);
  return q !== undefined && q.n < 0n && base !== e;
};

/** Whether −term costs no more than the term: the sign of −x alone is an operation. */
export const isFree = (canon: Canon, term: Term): boolean =>
  opposite(canon, term, deepest) !== undefined;

/** Whether a minus sign can be taken up by a factor. */
export const isFlippable = (canon: Canon, factor: Factor): boolean => turns(canon, factor, deepest);

/** The factors with the sign of the first flippable one changed. */
export const flipped = (canon: Canon, factors: readonly Factor[]): readonly Factor[] => {
  const at = factors.findIndex((factor) => isFlippable(canon, factor));
  return factors.map((factor, k) =>
    k === at ? { ...factor, base: turnedBase(canon, factor.base, deepest)! } : factor,
  );
};
