import { abs, cbrt, hypot } from "@jacobian/core";
import { Call, Constant } from "../formula/formula.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import { powerOf } from "./power.ts";
import { type Factors, opens } from "./product.ts";
import { sumOf } from "./sum.ts";
import { bodyTerm, is, isNumber, numberTerm, numeric, type Term, whole } from "./term.ts";

const squared = (canon: Canon, x: Term): Term => powerOf(canon, x, numberTerm(whole(2)));

/** |x|² = x², ∛x³ = x, √(1 + x²)² = 1 + x²: the base and the part of the exponent that remains. */
const opened = (
  canon: Canon,
  { rule, operands }: Call,
  k: bigint,
): readonly [Term, bigint] | undefined => {
  const [x, y] = operands.map((operand) => canon.read(operand));
  if (rule === ruleOf(abs) && k % 2n === 0n) return [x!, k];
  if (rule === ruleOf(cbrt) && k % 3n === 0n) return [x!, k / 3n];
  if (rule !== ruleOf(hypot) || k % 2n !== 0n) return undefined;
  if (!isNumber(x!) && !isNumber(y!)) return undefined;
  return [sumOf(canon, squared(canon, x!), squared(canon, y!)), k / 2n];
};

/** Takes apart what an integer power can enter: a root that has become whole, an absolute value. */
export const settle = (factors: Factors): void => {
  const { canon, exponents } = factors;
  // What is added on the way is still to come.
  for (const [base, exponent] of exponents) {
    const q = numeric(exponent);
    if (q?.d !== 1n || q.n === 0n || base instanceof Constant || canon.kept.has(base)) continue;
    const term = canon.read(base);
    const isWhole = is(term.coefficient, 1n) && term.body === base;
    if (!isWhole || canon.products.has(base)) {
      if (!opens(canon.factorsOf(term.body), q.n)) continue;
      exponents.delete(base);
      factors.include(isWhole ? bodyTerm(base) : term, q.n);
    } else if (base instanceof Call) {
      const inner = opened(canon, base, q.n);
      if (inner === undefined) continue;
      exponents.delete(base);
      factors.include(...inner);
    }
  }
};
