import { type Integers, leading, product } from "./integer.ts";
import type { Modular, Residues } from "./modular.ts";
import { inverse, reduced } from "./residue.ts";

const productModulo = (factors: readonly Integers[], m: bigint): Integers =>
  factors.reduce((f, g) => product(f, g).map((c) => reduced(c, m)), [1n]);

/** For each factor the inverse of the product of the others modulo it: Σ sᵢ·Π_{j≠i} gⱼ ≡ 1. */
const cofactorInverses = (field: Modular, factors: readonly Residues[]): readonly Residues[] => {
  const all = factors.reduce((f, g) => field.product(f, g), [1]);
  return factors.map((g) => field.inverseModulo(field.divided(all, g)[0], g));
};

/**
 * From f ≡ lead(f)·Π gᵢ modulo p the monic factors modulo pᵏ, one digit to base p after another: what is
 * missing in the product is shared out by partial fractions modulo p (Hensel's lemma; Knuth, TAOCP 4.6.2,
 * exercise 22).
 */
export const lifted = (
  field: Modular,
  f: Integers,
  factors: readonly Residues[],
  k: number,
): readonly Integers[] => {
  const p = BigInt(field.p);
  const modulus = p ** BigInt(k);
  const unit = inverse(leading(f), modulus);
  const monic = f.map((c) => reduced(c * unit, modulus));
  const shares = cofactorInverses(field, factors);
  let lifts: readonly Integers[] = factors.map((g) => g.map(BigInt));
  for (let q = p; q < modulus; q *= p) {
    const reached = productModulo(lifts, q * p);
    const missing = field.of(monic.map((c, j) => (c - reached[j]!) / q));
    lifts = lifts.map((g, i) => {
      const digit = field.remainder(field.product(missing, shares[i]!), factors[i]!);
      return g.map((c, j) => c + q * BigInt(digit[j] ?? 0));
    });
  }
  return lifts;
};
