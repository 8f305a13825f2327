import {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  cos,
  cosh,
  exp2,
  expm1,
  log10,
  log1p,
  log2,
  logit,
  sigmoid,
  sin,
  sinh,
  tan,
  tanh,
} from "@jacobian/core";
import { pi } from "../constants.ts";
import { Call } from "../formula/formula.ts";
import { minus } from "../formula/rational.ts";
import type { Rule } from "../formula/rule.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import { oddRules } from "./flip.ts";
import { is, isNumber, numberTerm, oneTerm, type Term, zeroTerm } from "./term.ts";

/** f(g(x)) = x wherever g(x) is defined. */
const inverses: ReadonlyMap<Rule, Rule> = /*#__PURE__*/ (() =>
  new Map(
    (
      [
        [sin, asin],
        [cos, acos],
        [tan, atan],
        [sinh, asinh],
        [asinh, sinh],
        [cosh, acosh],
        [tanh, atanh],
        [atanh, tanh],
        [expm1, log1p],
        [log1p, expm1],
        [exp2, log2],
        [log2, exp2],
        [sigmoid, logit],
        [logit, sigmoid],
      ] as const
    ).map(([f, g]) => [ruleOf(f), ruleOf(g)] as const),
  ))();

/** x, where the rule undoes its operand. */
export const inverseOf = (canon: Canon, rule: Rule, [x]: readonly Term[]): Term | undefined => {
  const inner = inverses.get(rule);
  if (inner === undefined || x === undefined || !is(x.coefficient, 1n)) return undefined;
  const undone = x.body instanceof Call && x.body.rule === inner;
  return undone ? canon.read(x.body.operands[0]!) : undefined;
};

const part = (d: bigint): Term => ({ coefficient: { n: 1n, d }, body: pi });

/** Values at numbers that are again such, or parts of π. */
const values: ReadonlyMap<Rule, ReadonlyMap<string, Term>> = /*#__PURE__*/ (() =>
  new Map(
    (
      [
        [sin, [["0/1", zeroTerm]]],
        [tan, [["0/1", zeroTerm]]],
        [sinh, [["0/1", zeroTerm]]],
        [tanh, [["0/1", zeroTerm]]],
        [asinh, [["0/1", zeroTerm]]],
        [atanh, [["0/1", zeroTerm]]],
        [expm1, [["0/1", zeroTerm]]],
        [log1p, [["0/1", zeroTerm]]],
        [cos, [["0/1", oneTerm]]],
        [cosh, [["0/1", oneTerm]]],
        [
          exp2,
          [
            ["0/1", oneTerm],
            ["1/1", numberTerm({ n: 2n, d: 1n })],
          ],
        ],
        [
          log2,
          [
            ["1/1", zeroTerm],
            ["2/1", oneTerm],
          ],
        ],
        [
          log10,
          [
            ["1/1", zeroTerm],
            ["10/1", oneTerm],
          ],
        ],
        [acosh, [["1/1", zeroTerm]]],
        [
          asin,
          [
            ["0/1", zeroTerm],
            ["1/1", part(2n)],
            ["1/2", part(6n)],
          ],
        ],
        [
          acos,
          [
            ["1/1", zeroTerm],
            ["0/1", part(2n)],
            ["-1/1", part(1n)],
            ["1/2", part(3n)],
          ],
        ],
        [
          atan,
          [
            ["0/1", zeroTerm],
            ["1/1", part(4n)],
          ],
        ],
        [sigmoid, [["0/1", numberTerm({ n: 1n, d: 2n })]]],
        [logit, [["1/2", zeroTerm]]],
      ] as const
    ).map(([f, table]) => [ruleOf(f), new Map<string, Term>(table)] as const),
  ))();

/** The value at a number, if it has a simple one. */
export const valueAtNumber = (rule: Rule, [x]: readonly Term[]): Term | undefined =>
  x !== undefined && isNumber(x)
    ? values.get(rule)?.get(`${x.coefficient.n}/${x.coefficient.d}`)
    : undefined;

const even: ReadonlySet<unknown> = /*#__PURE__*/ (() => new Set([cos.rule, cosh.rule]))();

/** f(−x) = −f(x) or f(x): the sign of the operand is taken out. */
export const parityOf = (canon: Canon, rule: Rule, [x]: readonly Term[]): Term | undefined => {
  if (x === undefined || x.coefficient.n >= 0n) return undefined;
  const turned = { coefficient: minus(x.coefficient), body: x.body };
  if (even.has(rule)) return canon.apply(rule, [turned]);
  if (!oddRules.has(rule)) return undefined;
  const { coefficient, body } = canon.apply(rule, [turned]);
  return { coefficient: minus(coefficient), body };
};
