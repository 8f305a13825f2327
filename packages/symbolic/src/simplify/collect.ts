import { neg } from "@jacobian/core";
import type { Call, Formula } from "../formula/formula.ts";
import type { Canon } from "./canon.ts";
import { Factors } from "./product.ts";
import { exponentOf, signOf } from "./region.ts";
import { Terms } from "./sum.ts";
import { minusOne, numberTerm, type Term, whole } from "./term.ts";

/** What is made of the leaves of a sum or product. */
interface Reader {
  /** Whether the sum or product goes on into an operand. */
  readonly enters: (formula: Formula) => formula is Call;
  /** How often, or to which power, an operand counts; none where it is no term or factor. */
  readonly weight: (formula: Call, k: number) => bigint | undefined;
  readonly leaf: (formula: Formula, count: bigint) => void;
  readonly inner: (formula: Call, count: bigint) => void;
}

/** The root and what it goes on into, each before its operands. */
const partsOf = (root: Call, { enters, weight }: Reader): readonly Call[] => {
  const parts = new Set<Call>([root]);
  for (const part of parts) {
    part.operands.forEach((operand, k) => {
      if (weight(part, k) !== undefined && enters(operand)) parts.add(operand);
    });
  }
  return [...parts].sort((a, b) => b.order - a.order);
};

/** A sum or product whose operands are leaves, as most are: whether it was one, and has been read. */
const readLeaves = (root: Call, { enters, weight, leaf, inner }: Reader): boolean => {
  const { operands } = root;
  if (operands.length === 2 && operands[0] === operands[1]) return false;
  for (let k = 0; k < operands.length; k++) {
    if (weight(root, k) !== undefined && enters(operands[k]!)) return false;
  }
  inner(root, 1n);
  for (let k = 0; k < operands.length; k++) {
    const by = weight(root, k);
    if (by !== undefined) leaf(operands[k]!, by);
  }
  return true;
};

/** Counts each leaf of a sum or product once, whatever the number of ways that lead to it. */
const read = (canon: Canon, root: Call, reader: Reader): void => {
  if (readLeaves(root, reader)) return;
  const parts = partsOf(root, reader);
  const counts = new Map<Formula, bigint>([[root, 1n]]);
  canon.spend(parts.length);
  for (const part of parts) {
    const count = counts.get(part)!;
    counts.delete(part);
    reader.inner(part, count);
    part.operands.forEach((operand, k) => {
      const by = reader.weight(part, k);
      if (by !== undefined) counts.set(operand, (counts.get(operand) ?? 0n) + by * count);
    });
  }
  for (const [formula, count] of counts) if (count !== 0n) reader.leaf(formula, count);
};

/** The canonical form of a sum, whose leaves have theirs. */
export const collectedSum = (
  canon: Canon,
  root: Call,
  enters: Reader["enters"],
  of: (leaf: Formula) => Term,
): Term => {
  const terms = new Terms(canon);
  read(canon, root, {
    enters,
    weight: signOf,
    leaf: (formula, count) => terms.add(of(formula), whole(count)),
    inner: () => undefined,
  });
  return terms.result();
};

/** The canonical form of a product, whose leaves have theirs. */
export const collectedProduct = (
  canon: Canon,
  root: Call,
  enters: Reader["enters"],
  of: (leaf: Formula) => Term,
): Term => {
  const factors = new Factors(canon);
  read(canon, root, {
    enters,
    weight: exponentOf,
    leaf: (formula, count) => factors.include(of(formula), count),
    inner: (part, count) => {
      if (part.rule === neg.rule && count % 2n !== 0n) factors.include(numberTerm(minusOne), 1n);
    },
  });
  return factors.result();
};
