import { abs, decide, type Relation, where } from "@jacobian/core";
import type { Formula } from "../formula/formula.ts";
import { times } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import type { Identities, Identity } from "./functions.ts";
import { productOf } from "./product.ts";
import * as signs from "./sign.ts";
import { signOfTerm } from "./steps.ts";
import { difference, negated } from "./sum.ts";
import { isNumber, oneTerm, sameTerm, type Term, zeroTerm } from "./term.ts";

/** A choice by the sign of one body: what it is where that is below, equal to, above 0. */
export interface Cases {
  readonly on: Formula;
  readonly below: Term;
  readonly equal: Term;
  readonly above: Term;
}

type Side = "below" | "equal" | "above";

const sideSigns: Readonly<Record<Side, number>> = { below: -1, equal: 0, above: 1 };

/** A branch on one side: of a nested choice by the same sign only what it is there. */
const branch = (canon: Canon, on: Formula, term: Term, side: Side): Term => {
  const nested = canon.cases.get(term.body);
  if (nested?.on !== on) return term;
  const { coefficient, body } = nested[side];
  return { coefficient: times(coefficient, term.coefficient), body };
};

/** A side that never occurs is what its neighbour is. */
const possible = ({ on, below, equal, above }: Cases, known: signs.Signs): Cases => {
  if (signs.within(known, signs.positive)) return { on, below: above, equal: above, above };
  if (signs.within(known, signs.negative)) return { on, below, equal: below, above: below };
  if (signs.within(known, signs.zero)) return { on, below: equal, equal, above: equal };
  if (signs.within(known, signs.nonnegative)) return { on, below: equal, equal, above };
  if (signs.within(known, signs.nonpositive)) return { on, below, equal, above: equal };
  return known & signs.zero ? { on, below, equal, above } : { on, below, equal: above, above };
};

/** c·sign x or c·|x|, if the cases are theirs. */
const bySign = (canon: Canon, { on, below, equal, above }: Cases): Term | undefined => {
  if (!sameTerm(below, negated(above))) return undefined;
  const isZero = sameTerm(equal, zeroTerm);
  if (isNumber(above)) {
    return isZero
      ? productOf(canon, above, signOfTerm(canon, { ...oneTerm, body: on }))
      : undefined;
  }
  if (above.body !== on || !(isZero || sameTerm(equal, above) || sameTerm(equal, below))) {
    return undefined;
  }
  const size = canon.apply(ruleOf(abs), [{ ...oneTerm, body: on }]);
  return { coefficient: times(above.coefficient, size.coefficient), body: size.body };
};

/** What is compared: left > right where the body is positive. */
const sidesOf = (canon: Canon, on: Formula, a: Term, b: Term): readonly [Term, Term] => {
  const terms = canon.termsOf(on);
  if (terms === undefined) return [{ ...oneTerm, body: on }, zeroTerm];
  const [first, second] = terms;
  if (terms.length > 2) return [a, b];
  return second!.coefficient.n < 0n ? [first!, negated(second!)] : [a, b];
};

const written = (canon: Canon, cases: Cases, sides: readonly [Term, Term]): Term => {
  const { below, equal, above } = cases;
  const choose = (relation: Relation, yes: Term, no: Term): Term =>
    canon.call(ruleOf(where), [...sides, yes, no], relation);
  if (sameTerm(below, equal)) return choose("gt", above, below);
  if (sameTerm(equal, above)) return choose("ge", above, below);
  const otherwise = sameTerm(below, above) ? below : undefined;
  if (otherwise !== undefined) return choose("eq", equal, otherwise);
  return choose("gt", above, choose("eq", equal, below));
};

const choice: Identity = (canon, [a, b, yes, no], s) => {
  const relation = s as Relation;
  const by = difference(canon, a!, b!);
  if (isNumber(by)) {
    return decide(relation, Number(by.coefficient.n), 0) ? yes : no;
  }
  const up = by.coefficient.n > 0n;
  const on = by.body;
  const at = (side: Side): Term => {
    const sign = up ? sideSigns[side] : -sideSigns[side];
    return branch(canon, on, decide(relation, sign, 0) ? yes! : no!, side);
  };
  const all = { on, below: at("below"), equal: at("equal"), above: at("above") };
  const cases = possible(all, canon.signsOf({ ...oneTerm, body: on }));
  const { below, equal, above } = cases;
  if (sameTerm(below, equal) && sameTerm(equal, above)) return above;
  const known = bySign(canon, cases);
  if (known !== undefined) return known;
  const result = written(canon, cases, sidesOf(canon, on, up ? a! : b!, up ? b! : a!));
  canon.cases.set(result.body, cases);
  return result;
};

/** Choices: of equal branches one, of nested equal conditions one, signs and absolute values by name. */
export const conditions: Identities = /*#__PURE__*/ [[/*#__PURE__*/ ruleOf(where), choice]];
