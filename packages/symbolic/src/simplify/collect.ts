import { neg } from "@jacobian/core";
import type { Call, Formula } from "../formula/formula.ts";
import type { Canon } from "./canon.ts";
import { Factors } from "./product.ts";
import { exponentOf, signOf } from "./region.ts";
import { Terms } from "./sum.ts";
import { minusOne, numberTerm, type Term, whole } from "./term.ts";

type Enters = (formula: Formula) => formula is Call;

/** How often each leaf of a sum or product counts, whatever the ways that lead to it. */
const counted = (
  canon: Canon,
  root: Call,
  enters: Enters,
  weight: (formula: Call, k: number) => bigint | undefined,
  visit?: (formula: Call, count: bigint) => void,
): ReadonlyMap<Formula, bigint> => {
  const parts = new Set<Call>([root]);
  for (const part of parts) {
    part.operands.forEach((operand, k) => {
      if (weight(part, k) !== undefined && enters(operand)) parts.add(operand);
    });
  }
  if (parts.size > 1) canon.spend(parts.size);
  const sorted = parts.size === 1 ? [root] : [...parts].sort((a, b) => b.order - a.order);
  const counts = new Map<Formula, bigint>([[root, 1n]]);
  for (const part of sorted) {
    const count = counts.get(part)!;
    counts.delete(part);
    visit?.(part, count);
    part.operands.forEach((operand, k) => {
      const by = weight(part, k);
      if (by !== undefined) counts.set(operand, (counts.get(operand) ?? 0n) + by * count);
    });
  }
  return counts;
};

/** The canonical form of a sum, whose leaves have theirs. */
export const collectedSum = (
  canon: Canon,
  root: Call,
  enters: Enters,
  of: (leaf: Formula) => Term,
): Term => {
  const terms = new Terms(canon);
  for (const [leaf, count] of counted(canon, root, enters, signOf)) {
    if (count !== 0n) terms.add(of(leaf), whole(count));
  }
  return terms.result();
};

/** The canonical form of a product, whose leaves have theirs. */
export const collectedProduct = (
  canon: Canon,
  root: Call,
  enters: Enters,
  of: (leaf: Formula) => Term,
): Term => {
  const factors = new Factors(canon);
  const turn = (part: Call, count: bigint): void => {
    if (part.rule === neg.rule && count % 2n !== 0n) factors.include(numberTerm(minusOne), 1n);
  };
  for (const [leaf, count] of counted(canon, root, enters, exponentOf, turn)) {
    if (count !== 0n) factors.include(of(leaf), count);
  }
  return factors.result();
};
