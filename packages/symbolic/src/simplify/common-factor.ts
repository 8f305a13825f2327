import type { Formula } from "../formula/formula.ts";
import { compare, minus } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { Factors, productOf } from "./product.ts";
import { Terms } from "./sum.ts";
import {
  type Factor,
  is,
  isUnit,
  numberTerm,
  numeric,
  one,
  sameTerm,
  type Term,
  zeroTerm,
} from "./term.ts";

/** Longer sums are not searched for common factors. */
const longest = 16;

/** Operations that write these terms as a sum, the insides of their factors left out; each power once. */
const cost = (canon: Canon, terms: readonly Term[], powers: Set<string>): number => {
  let total = terms.length - 1;
  for (const { coefficient, body } of terms) {
    const factors = canon.factorsOf(body);
    if (factors.length === 0) continue;
    let bare = isUnit(coefficient);
    if (!bare) total++;
    for (const { base, exponent } of factors) {
      const q = numeric(exponent);
      if (q === undefined || q.n > 0n) bare = false;
      const { n, d } = exponent.coefficient;
      const plain = q !== undefined && isUnit(q);
      if (!plain) powers.add(`${base.order} ${exponent.body.order} ${n < 0n ? -n : n}/${d}`);
    }
    total += factors.length - 1;
    if (bare || factors.every(({ exponent }) => (numeric(exponent)?.n ?? 1n) < 0n)) total++;
  }
  return total;
};

const least = (a: Term, b: Term | undefined): Term | undefined => {
  const [p, q] = [numeric(a), numeric(b ?? zeroTerm)];
  if (p !== undefined && q !== undefined) return numberTerm(compare(p, q) < 0 ? p : q);
  return b !== undefined && sameTerm(a, b) ? a : undefined;
};

/** The factors of all terms, each with its least exponent: 0 where it is missing. */
const commonFactors = (all: readonly ReadonlyMap<Formula, Term>[]): Factor[] => {
  const common: Factor[] = [];
  const bases = new Set(all.flatMap((factors) => [...factors.keys()]));
  for (const base of bases) {
    let exponent: Term | undefined = all[0]!.get(base) ?? zeroTerm;
    for (const factors of all) exponent = exponent && least(exponent, factors.get(base));
    if (exponent !== undefined && exponent.coefficient.n !== 0n) common.push({ base, exponent });
  }
  return common;
};

/** A term without the common factors; a short sum that came in instead is multiplied out. */
const rests = (canon: Canon, term: Term, common: readonly Factor[]): readonly Term[] => {
  const factors = new Factors(canon);
  factors.include(term, 1n);
  for (const { base, exponent } of common) {
    factors.multiply(base, { coefficient: minus(exponent.coefficient), body: exponent.body });
  }
  const rest = factors.result();
  const sum = canon.factorsOf(rest.body).find(({ base, exponent }) => {
    const q = numeric(exponent);
    const terms = canon.termsOf(base);
    return q !== undefined && is(q, 1n) && terms !== undefined && terms.length <= 4;
  });
  if (sum === undefined || !common.some(({ base }) => base === sum.base)) return [rest];
  const monomial = new Factors(canon);
  monomial.include(rest, 1n);
  monomial.multiply(sum.base, numberTerm({ n: -1n, d: 1n }));
  const by = monomial.result();
  return canon.termsOf(sum.base)!.map((t) => productOf(canon, by, t));
};

/** Whether factors occur more than once: else nothing is common. */
const mayShare = (all: readonly ReadonlyMap<Formula, Term>[]): boolean => {
  const [first, ...others] = all;
  const below = all.some((factors) =>
    [...factors.values()].some((exponent) => (numeric(exponent)?.n ?? 0n) < 0n),
  );
  return below || [...first!.keys()].some((base) => others.every((factors) => factors.has(base)));
};

/** The product of what all terms share and the sum of the rests, if it has fewer operations. */
export const sharesFactors = (sum: Terms): Term | undefined => {
  const { canon } = sum;
  const terms: Term[] = [];
  for (const [body, coefficient] of sum.coefficients) {
    if (coefficient.n !== 0n) terms.push({ coefficient, body });
  }
  if (terms.length < 2 || terms.length > longest) return undefined;
  const all = terms.map(
    ({ body }) => new Map(canon.factorsOf(body).map((f) => [f.base, f.exponent] as const)),
  );
  if (!mayShare(all)) return undefined;
  const common = commonFactors(all);
  if (common.length === 0) return undefined;
  const rest = new Terms(canon);
  for (const term of terms) for (const part of rests(canon, term, common)) rest.add(part, one);
  const inner = rest.result();
  const outer = new Factors(canon);
  outer.include(inner, 1n);
  for (const { base, exponent } of common) outer.multiply(base, exponent);
  const product = outer.result();
  return isCheaper(canon, terms, inner, product) ? product : undefined;
};

const isCheaper = (canon: Canon, terms: readonly Term[], inner: Term, product: Term): boolean => {
  const [before, after] = [new Set<string>(), new Set<string>()];
  const old = cost(canon, terms, before) + before.size;
  const within = canon.termsOf(inner.body);
  let young = cost(canon, [product], after);
  if (within !== undefined) young += cost(canon, within, after);
  return young + after.size < old;
};
