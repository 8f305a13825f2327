import { abs, clamp, hypot, leakyRelu, max, min, relu } from "@jacobian/core";
import { Call } from "../formula/formula.ts";
import { fromNumber, magnitude, minus, plus, times, toNumber } from "../formula/rational.ts";
import type { Rule } from "../formula/rule.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import type { Identities, Identity } from "./functions.ts";
import { powerOf } from "./power.ts";
import { Factors, productOf } from "./product.ts";
import * as signs from "./sign.ts";
import { difference, negated } from "./sum.ts";
import {
  type Factor,
  isNumber,
  numberTerm,
  numeric,
  oneTerm,
  sameTerm,
  type Term,
  zeroTerm,
} from "./term.ts";

const unsigned = ({ coefficient, body }: Term): Term => ({
  coefficient: magnitude(coefficient),
  body,
});

/** |c·x·y| = |c|·x·|y| for x ≥ 0; |x^q| = |x|^q. */
const absolute: Identity = (canon, [x]) => {
  const known = canon.signsOf(x!);
  if (signs.within(known, signs.nonnegative)) return x;
  if (signs.within(known, signs.nonpositive)) return negated(x!);
  const [outside, inside] = [new Factors(canon), new Factors(canon)];
  for (const factor of canon.factorsOf(x!.body)) {
    const body = canon.product([factor]);
    const bounds = canon.signsOf({ ...oneTerm, body });
    if (signs.within(bounds, signs.nonnegative)) outside.include({ ...oneTerm, body }, 1n);
    else if (!signs.within(bounds, signs.nonpositive))
      inside.multiply(factor.base, factor.exponent);
    else outside.include(negated({ ...oneTerm, body }), 1n);
  }
  outside.include(numberTerm(magnitude(x!.coefficient)), 1n);
  outside.include(absoluteOf(canon, inside), 1n);
  return outside.result();
};

const absoluteOf = (canon: Canon, inside: Factors): Term => {
  const [only] = inside.exponents.size === 1 ? [...inside.exponents] : [];
  const q = only && numeric(only[1]);
  if (only === undefined || q?.d !== 1n) return canon.call(ruleOf(abs), [inside.result()]);
  const factor: Factor = { base: only[0], exponent: oneTerm };
  const body = canon.product([factor]);
  return powerOf(canon, canon.call(ruleOf(abs), [{ ...oneTerm, body }]), only[1]);
};

/** Longer lists of extremes are not taken apart, and of longer ones not every pair is compared. */
const longest = 16;
const mostCompared = 4;

/** The operands of nested maxima, or minima. */
const parts = (rule: Rule, { coefficient, body }: Term, canon: Canon): readonly Term[] => {
  const nested = body instanceof Call && body.rule === rule && coefficient.n === coefficient.d;
  return (nested ? canon.extremes.get(body) : undefined) ?? [{ coefficient, body }];
};

/** Leaves out what another is never below (or above); in order. */
const undominated = (canon: Canon, all: readonly Term[], beyond: signs.Signs): readonly Term[] => {
  if (all.length > mostCompared) {
    return canon.sorted(all.filter((next, k) => !all.slice(0, k).some((x) => sameTerm(x, next))));
  }
  const left: Term[] = [];
  for (const next of all) {
    const beaten = left.some((other) =>
      signs.within(canon.signsOf(difference(canon, other, next)), beyond),
    );
    if (beaten) continue;
    const stay = left.filter(
      (other) => !signs.within(canon.signsOf(difference(canon, next, other)), beyond),
    );
    left.splice(0, left.length, ...stay, next);
  }
  return canon.sorted(left);
};

const extreme =
  (primitive: typeof max, beyond: signs.Signs): Identity =>
  (canon, operands) => {
    const rule = ruleOf(primitive);
    const all = operands.flatMap((operand) => parts(rule, operand, canon));
    if (all.length > longest) return canon.call(rule, canon.sorted(operands));
    const left = undominated(canon, all, beyond);
    const [first, second] = left;
    if (left.length === 2 && sameTerm(first!, negated(second!))) {
      const size = canon.apply(ruleOf(abs), [first!]);
      return primitive === max ? size : negated(size);
    }
    const result = left.reduce((total, next) => canon.call(rule, [total, next]));
    if (left.length > 1) canon.extremes.set(result.body, left);
    return result;
  };

/** f(c·x) = c·f(x) for c > 0, and what is known of the sign of x. */
const rectified =
  (rule: () => Rule, below: (x: Term, s: unknown) => Term): Identity =>
  (canon, [x], s) => {
    const known = canon.signsOf(x!);
    if (signs.within(known, signs.nonnegative)) return x;
    if (signs.within(known, signs.nonpositive)) return below(x!, s);
    const sign = x!.coefficient.n < 0n ? minus(oneTerm.coefficient) : oneTerm.coefficient;
    const inner = canon.call(rule(), [{ coefficient: sign, body: x!.body }], s);
    return { coefficient: times(magnitude(x!.coefficient), inner.coefficient), body: inner.body };
  };

const clamped: Identity = (_canon, [x], s) => {
  if (!isNumber(x!)) return undefined;
  // The static argument came with a call of clamp: its bounds.
  const value = clamp.rule.evaluate([toNumber(x!.coefficient)], s as never);
  return value === toNumber(x!.coefficient) ? x : numberTerm(fromNumber(value as number));
};

/** √(x² + 0²) = |x|; the signs of the sides do not matter. */
const hypotenuse: Identity = (canon, operands) => {
  const sides = operands.map((side) => unsigned(withoutAbs(canon, side)));
  const [x, y] = canon.sorted(sides);
  if (x!.coefficient.n === 0n || y!.coefficient.n === 0n) {
    return canon.apply(ruleOf(abs), [x!.coefficient.n === 0n ? y! : x!]);
  }
  if (isNumber(x!) && isNumber(y!)) {
    const squares = plus(
      times(x!.coefficient, x!.coefficient),
      times(y!.coefficient, y!.coefficient),
    );
    const root = powerOf(canon, numberTerm(squares), numberTerm({ n: 1n, d: 2n }));
    if (isNumber(root)) return root;
  }
  return canon.call(ruleOf(hypot), [x!, y!]);
};

const withoutAbs = (canon: Canon, { coefficient, body }: Term): Term => {
  if (!(body instanceof Call) || body.rule !== ruleOf(abs)) return { coefficient, body };
  return productOf(canon, numberTerm(coefficient), canon.read(body.operands[0]!));
};

/** Absolute values, extremes, rectifiers. */
export const kinks: Identities = /*#__PURE__*/ [
  [/*#__PURE__*/ ruleOf(abs), absolute],
  [/*#__PURE__*/ ruleOf(max), /*#__PURE__*/ extreme(max, signs.nonnegative)],
  [/*#__PURE__*/ ruleOf(min), /*#__PURE__*/ extreme(min, signs.nonpositive)],
  [
    /*#__PURE__*/ ruleOf(relu),
    /*#__PURE__*/ rectified(
      () => ruleOf(relu),
      () => zeroTerm,
    ),
  ],
  [
    /*#__PURE__*/ ruleOf(leakyRelu),
    /*#__PURE__*/ rectified(
      () => ruleOf(leakyRelu),
      (x, slope) => ({
        coefficient: times(x.coefficient, fromNumber(slope as number)),
        body: x.body,
      }),
    ),
  ],
  [/*#__PURE__*/ ruleOf(clamp), clamped],
  [/*#__PURE__*/ ruleOf(hypot), hypotenuse],
];
