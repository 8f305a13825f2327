import type { Modular, Residues } from "./modular.ts";

/** A product of irreducible polynomials that all have this degree. */
export interface EqualDegree {
  readonly product: Residues;
  readonly degree: number;
}

/**
 * The irreducible factors of a monic square-free f modulo p, gathered by degree: x^(pᵈ) − x is the product of
 * all whose degree divides d (von zur Gathen & Gerhard, algorithm 14.3).
 */
export const byDegree = (field: Modular, f: Residues): readonly EqualDegree[] => {
  const x = [0, 1];
  const groups: EqualDegree[] = [];
  let frobenius = field.remainder(x, f);
  for (let degree = 1; 2 * degree < f.length; degree++) {
    frobenius = field.power(frobenius, BigInt(field.p), f);
    const product = field.gcd(f, field.minus(frobenius, x));
    if (product.length < 2) continue;
    groups.push({ product, degree });
    [f] = field.divided(f, product);
    frobenius = field.remainder(frobenius, f);
  }
  if (f.length > 1) groups.push({ product: f, degree: f.length - 1 });
  return groups;
};

/** Polynomials without a pattern, the same in every run: a linear congruential generator. */
const arbitrary = (p: number): ((length: number) => Residues) => {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * p);
  };
  return (length) => Array.from({ length }, next);
};

/**
 * The irreducible factors of a group, p odd: to a power of (pᵈ − 1)/2 an arbitrary polynomial is 1 modulo about
 * half of the factors, −1 modulo the others (Cantor & Zassenhaus 1981).
 */
const separated = (field: Modular, { product, degree }: EqualDegree): readonly Residues[] => {
  const draw = arbitrary(field.p);
  const half = (BigInt(field.p) ** BigInt(degree) - 1n) / 2n;
  const factors: Residues[] = [];
  const pending = [product];
  for (let f = pending.pop(); f !== undefined; f = pending.pop()) {
    if (f.length - 1 === degree) {
      factors.push(f);
      continue;
    }
    const sign = field.power(draw(f.length - 1), half, f);
    const part = field.gcd(f, field.minus(sign, [1]));
    const proper = part.length > 1 && part.length < f.length;
    pending.push(...(proper ? [part, field.divided(f, part)[0]] : [f]));
  }
  return factors;
};

/** All irreducible factors, monic. */
export const irreducible = (field: Modular, groups: readonly EqualDegree[]): readonly Residues[] =>
  groups.flatMap((group) => separated(field, group));
