import { ceil, floor, round, sign, step, trunc } from "@jacobian/core";
import { Call, Variable } from "../formula/formula.ts";
import type { Rational } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import type { Identities, Identity } from "./functions.ts";
import * as signs from "./sign.ts";
import { isNumber, minusOne, numberTerm, oneTerm, type Term, whole, zeroTerm } from "./term.ts";

const below = ({ n, d }: Rational): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

const roundings: ReadonlyMap<unknown, (q: Rational) => bigint> = /*#__PURE__*/ (() =>
  new Map<unknown, (q: Rational) => bigint>([
    [floor.rule, below],
    [ceil.rule, ({ n, d }) => -below({ n: -n, d })],
    [round.rule, ({ n, d }) => below({ n: 2n * n + d, d: 2n * d })],
    [trunc.rule, ({ n, d }) => n / d],
  ]))();

const isInteger = ({ coefficient, body }: Term): boolean => {
  if (coefficient.d !== 1n) return false;
  if (body instanceof Variable) return body.assumptions.integer === true;
  return body instanceof Call && roundings.has(body.rule);
};

const rounding =
  (primitive: typeof floor): Identity =>
  (_canon, [x]) => {
    if (isNumber(x!)) return numberTerm(whole(roundings.get(primitive.rule)!(x!.coefficient)));
    return isInteger(x!) ? x : undefined;
  };

/** sign(c·x) = sign c·sign x */
export const signOfTerm = (canon: Canon, x: Term): Term => {
  const known = canon.signsOf(x);
  if (signs.within(known, signs.positive)) return oneTerm;
  if (signs.within(known, signs.negative)) return numberTerm(minusOne);
  if (signs.within(known, signs.zero)) return zeroTerm;
  const { body } = canon.call(ruleOf(sign), [{ ...oneTerm, body: x.body }]);
  return { coefficient: x.coefficient.n < 0n ? minusOne : oneTerm.coefficient, body };
};

const heaviside: Identity = (canon, [x]) => {
  const known = canon.signsOf(x!);
  if (signs.within(known, signs.nonnegative)) return oneTerm;
  return signs.within(known, signs.negative) ? zeroTerm : undefined;
};

/** Functions that are constant between their jumps. */
export const steps: Identities = /*#__PURE__*/ [
  [/*#__PURE__*/ ruleOf(floor), /*#__PURE__*/ rounding(floor)],
  [/*#__PURE__*/ ruleOf(ceil), /*#__PURE__*/ rounding(ceil)],
  [/*#__PURE__*/ ruleOf(round), /*#__PURE__*/ rounding(round)],
  [/*#__PURE__*/ ruleOf(trunc), /*#__PURE__*/ rounding(trunc)],
  [/*#__PURE__*/ ruleOf(sign), (canon, [x]) => signOfTerm(canon, x!)],
  [/*#__PURE__*/ ruleOf(step), heaviside],
];
