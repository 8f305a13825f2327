import { add, div, mul, neg, pow, reciprocal, scale, square, sub } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import { exactOf } from "./term.ts";

const sums: ReadonlySet<unknown> = /*#__PURE__*/ (() => new Set([add.rule, sub.rule, neg.rule]))();
const products: ReadonlySet<unknown> = /*#__PURE__*/ (() =>
  new Set([mul.rule, scale.rule, div.rule, square.rule, reciprocal.rule]))();

/** k of a power x^k with a moderate integer k. */
const integerExponent = (formula: Call): bigint | undefined => {
  const q = formula.rule === pow.rule ? exactOf(formula.operands[1]!) : undefined;
  return q?.d === 1n && q.n !== 0n && q.n > -1000n && q.n < 1000n ? q.n : undefined;
};

export const isAdditive = (formula: Formula): boolean =>
  formula instanceof Call && sums.has(formula.rule);

export const isMultiplicative = (formula: Formula): boolean =>
  formula instanceof Call && (products.has(formula.rule) || integerExponent(formula) !== undefined);

/** How often a sum counts each operand: 1 or −1. */
export const signOf = ({ rule }: Call, k: number): bigint =>
  rule === neg.rule || (rule === sub.rule && k === 1) ? -1n : 1n;

/** To which power a product has each operand; none for the exponent of a power. */
export const exponentOf = (formula: Call, k: number): bigint | undefined => {
  const { rule } = formula;
  if (rule === div.rule) return k === 0 ? 1n : -1n;
  if (rule === square.rule) return 2n;
  if (rule === reciprocal.rule || rule === neg.rule) return rule === neg.rule ? 1n : -1n;
  if (rule === pow.rule) return k === 0 ? integerExponent(formula) : undefined;
  return 1n;
};
