import {
  add,
  decide,
  div,
  mul,
  neg,
  pow,
  reciprocal,
  type Relation,
  square,
  sub,
  where,
} from "@jacobian/core";
import { Call, Constant, type Formula } from "./formula.ts";
import { call, constant } from "./make.ts";
import { compare, inverted, minus, plus, power, type Rational, times } from "./rational.ts";
import { erased, type Rule } from "./rule.ts";

/** Beyond so many bits an exact result is left as a formula: 9^9^9 must not fill the memory. */
const mostBits = 4096n;

const exactOf = (x: Formula): Rational | undefined =>
  x instanceof Constant && typeof x.exact === "object" ? x.exact : undefined;

const is = (x: Formula, n: bigint): boolean => {
  const exact = exactOf(x);
  return exact?.n === n && exact.d === 1n;
};

/** What is no number has a sign too. */
const opposite = (x: Formula): Formula | undefined =>
  x instanceof Constant && typeof x.exact === "number" ? constant(-x.exact) : undefined;

const size = ({ n, d }: Rational): bigint =>
  BigInt(n.toString(16).length + d.toString(16).length) * 4n;

const quotient = (a: Rational, b: Rational): Rational | undefined =>
  b.n === 0n ? undefined : times(a, inverted(b));

const integerPower = (a: Rational, b: Rational): Rational | undefined => {
  const k = b.n < 0n ? -b.n : b.n;
  if (b.d !== 1n || (a.n === 0n && b.n <= 0n) || k * size(a) > mostBits) return undefined;
  return power(a, b.n);
};

/** Arithmetic on exact constants. */
const exactly = (rule: Rule, a: Rational, b: Rational): Rational | undefined => {
  if (rule === add.rule) return plus(a, b);
  if (rule === sub.rule) return plus(a, minus(b));
  if (rule === mul.rule) return times(a, b);
  if (rule === div.rule) return quotient(a, b);
  if (rule === pow.rule) return integerPower(a, b);
  if (rule === neg.rule) return minus(a);
  if (rule === square.rule) return times(a, a);
  return rule === reciprocal.rule ? quotient({ n: 1n, d: 1n }, a) : undefined;
};

/** x, if an operation with a neutral or annihilating operand is no operation. */
const trivial = (rule: Rule, x: Formula, y: Formula): Formula | undefined => {
  if (rule === add.rule) return is(x, 0n) ? y : is(y, 0n) ? x : undefined;
  if (rule === sub.rule) return is(y, 0n) ? x : undefined;
  if (rule === mul.rule) {
    if (is(x, 0n) || is(y, 1n)) return x;
    return is(y, 0n) || is(x, 1n) ? y : undefined;
  }
  if (rule === div.rule) return is(y, 1n) || (is(x, 0n) && !is(y, 0n)) ? x : undefined;
  if (rule === pow.rule) return is(y, 1n) ? x : is(y, 0n) ? constant(1) : undefined;
  if (rule === neg.rule) return x instanceof Call && x.rule === rule ? x.operands[0] : opposite(x);
  return undefined;
};

/** The choice that `where` has, if both are one or the condition is decided. */
const chosen = (operands: readonly Formula[], relation: Relation): Formula | undefined => {
  const [a, b, then, otherwise] = operands;
  if (a === undefined || b === undefined || then === otherwise) return then;
  const [x, y] = [exactOf(a), exactOf(b)];
  if (x === undefined || y === undefined) return undefined;
  return decide(relation, compare(x, y), 0) ? then : otherwise;
};

/** x^2 is x² and 1/x the reciprocal: what can be said in two ways is one formula. */
const renamed = (rule: Rule, x: Formula, y: Formula): Formula | undefined => {
  if (rule === pow.rule && is(y, 2n)) return call(erased(square.rule), [x]);
  return rule === div.rule && is(x, 1n) ? call(erased(reciprocal.rule), [y]) : undefined;
};

/**
 * What needs no operation: arithmetic on exact constants, x + 0, x·1, x·0, −(−x), a choice that is
 * made; and one name for what has two, as x^2. In formulas an exact zero annihilates, as in the chain
 * rule: they speak of real numbers, of which ∞ is none.
 */
export const folded = (
  rule: Rule,
  operands: readonly Formula[],
  s?: unknown,
): Formula | undefined => {
  // The static argument of `where` is its relation.
  if (rule === erased(where.rule)) return chosen(operands, s as Relation);
  const x = operands[0];
  const y = operands[1] ?? x;
  if (x === undefined || y === undefined || operands.length > 2) return undefined;
  const a = exactOf(x);
  const b = exactOf(y);
  if (a !== undefined && b !== undefined) {
    const exact = exactly(rule, a, b);
    if (exact !== undefined && size(exact) <= mostBits) return constant(exact);
  }
  return trivial(rule, x, y) ?? renamed(rule, x, y);
};
