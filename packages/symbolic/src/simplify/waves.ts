import { cos, cospi, sin, sinpi, tan } from "@jacobian/core";
import { pi, tau } from "../constants.ts";
import { plus, type Rational, rational, times } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import type { Identities, Identity } from "./functions.ts";
import { powerOf } from "./power.ts";
import { productOf } from "./product.ts";
import { multiplied } from "./spread.ts";
import { negated, Terms } from "./sum.ts";
import { isNumber, numberTerm, one, type Term, whole } from "./term.ts";

/** sin(n·π/12) for n = 0, 2, 3, 4, 6: k/2 of the root of a number. */
const quarter: ReadonlyMap<bigint, readonly [root: number, half: boolean]> = /*#__PURE__*/ new Map([
  [0n, [0, false]],
  [2n, [1, true]],
  [3n, [2, true]],
  [4n, [3, true]],
  [6n, [1, false]],
]);

/** sin(turns·π), if it is made of square roots. */
const sineOfTurns = (canon: Canon, turns: Rational): Term | undefined => {
  const twelfths = times(turns, whole(12));
  if (twelfths.d !== 1n) return undefined;
  let n = ((twelfths.n % 24n) + 24n) % 24n;
  const sign = n >= 12n ? -1n : 1n;
  n %= 12n;
  const value = quarter.get(n > 6n ? 12n - n : n);
  if (value === undefined) return undefined;
  const [root, halved] = value;
  const half = numberTerm({ n: 1n, d: 2n });
  const magnitude = powerOf(canon, numberTerm(whole(root)), half);
  return productOf(canon, numberTerm(rational(sign, halved ? 2n : 1n)), magnitude);
};

const cosineOfTurns = (canon: Canon, turns: Rational): Term | undefined =>
  sineOfTurns(canon, plus(turns, { n: 1n, d: 2n }));

const tangentOfTurns = (canon: Canon, turns: Rational): Term | undefined => {
  const [s, c] = [sineOfTurns(canon, turns), cosineOfTurns(canon, turns)];
  if (s === undefined || c === undefined || c.coefficient.n === 0n) return undefined;
  return productOf(canon, s, powerOf(canon, c, numberTerm(whole(-1))));
};

/** q, if the term is q·π. */
const turnsOf = ({ coefficient, body }: Term): Rational | undefined => {
  if (body === pi) return coefficient;
  return body === tau ? times(coefficient, whole(2)) : undefined;
};

/** The quarter turns in a sum, and the rest. */
const shifted = (canon: Canon, x: Term): readonly [bigint, Term] | undefined => {
  const terms = canon.termsOf(x.body);
  if (terms === undefined) return undefined;
  const rest = new Terms(canon);
  let quarters: bigint | undefined;
  for (const term of multiplied(x.coefficient, terms)) {
    const turns = turnsOf(term);
    const count = turns && times(turns, whole(2));
    if (count?.d === 1n) quarters = (quarters ?? 0n) + count.n;
    else rest.add(term, one);
  }
  return quarters === undefined ? undefined : [((quarters % 4n) + 4n) % 4n, rest.result()];
};

const turned = (canon: Canon, x: Term, from: bigint): Term | undefined => {
  const shift = shifted(canon, x);
  if (shift === undefined) return undefined;
  const quarters = (shift[0] + from) % 4n;
  const wave = canon.apply(ruleOf(quarters % 2n === 0n ? sin : cos), [shift[1]]);
  return quarters < 2n ? wave : negated(wave);
};

const tangent: Identity = (canon, [x]) => {
  const turns = turnsOf(x!);
  const value = turns && tangentOfTurns(canon, turns);
  if (value !== undefined) return value;
  const shift = shifted(canon, x!);
  if (shift === undefined) return undefined;
  const wave = canon.apply(ruleOf(tan), [shift[1]]);
  if (shift[0] % 2n === 0n) return wave;
  return negated(powerOf(canon, wave, numberTerm({ n: -1n, d: 1n })));
};

const inTurns =
  (of: (canon: Canon, turns: Rational) => Term | undefined): Identity =>
  (canon, [x]) => {
    const value = isNumber(x!) ? of(canon, x!.coefficient) : undefined;
    return value !== undefined && isNumber(value) ? value : undefined;
  };

const wave =
  (of: (canon: Canon, turns: Rational) => Term | undefined, from: bigint): Identity =>
  (canon, [x]) => {
    const turns = turnsOf(x!);
    return (turns && of(canon, turns)) ?? turned(canon, x!, from);
  };

/** sin, cos and tan at rational multiples of π, and shifted by quarter turns. */
export const waves: Identities = /*#__PURE__*/ [
  [/*#__PURE__*/ ruleOf(sin), /*#__PURE__*/ wave(sineOfTurns, 0n)],
  [/*#__PURE__*/ ruleOf(cos), /*#__PURE__*/ wave(cosineOfTurns, 1n)],
  [/*#__PURE__*/ ruleOf(tan), tangent],
  [/*#__PURE__*/ ruleOf(sinpi), /*#__PURE__*/ inTurns(sineOfTurns)],
  [/*#__PURE__*/ ruleOf(cospi), /*#__PURE__*/ inTurns(cosineOfTurns)],
];
