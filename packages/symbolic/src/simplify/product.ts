import type { Formula } from "../formula/formula.ts";
import { constant } from "../formula/make.ts";
import { plus, power, type Rational, times } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { identitiesOfProducts } from "./identities.ts";
import { settle } from "./settle.ts";
import { sumOf } from "./sum.ts";
import {
  exactOf,
  type Factor,
  is,
  isNumber,
  isSmall,
  mostBits,
  numberTerm,
  numeric,
  one,
  type Term,
  whole,
  zeroTerm,
} from "./term.ts";

/** Exponents of more bits are left as powers of powers. */
const mostExponent = 2n ** 64n;

/** Whether a power may be multiplied into an exponent. */
export const isModerate = (q: Rational): boolean =>
  q.n < mostExponent && q.n > -mostExponent && q.d < mostExponent;

/** Whether a power of these factors is one of each. */
export const opens = (factors: readonly Factor[], k: bigint): boolean =>
  k === 1n ||
  k === -1n ||
  factors.every(({ exponent }) => isModerate(times(exponent.coefficient, whole(k))));

const integerPower = (c: Rational, k: bigint): Rational | undefined => {
  if (is(c, 1n) || k === 1n) return c;
  if (c.n === 0n && k <= 0n) return undefined;
  if (is(c, -1n)) return k % 2n === 0n ? one : c;
  if (is(c, 0n)) return c;
  // Of more than twice the bits that are kept nothing small can come.
  const bits = BigInt(c.n.toString(16).length + c.d.toString(16).length) * 4n;
  return (k < 0n ? -k : k) * bits > 2n * mostBits ? undefined : power(c, k);
};

/** An identity may make room for another: so often at most. */
const mostRounds = 16;

/** Like factors, joined: bases and their exponents. */
export class Factors {
  coefficient: Rational = one;
  readonly exponents = new Map<Formula, Term>();

  constructor(readonly canon: Canon) {}

  /** Multiplies by base^exponent. */
  multiply(base: Formula, exponent: Term): void {
    const before = this.exponents.get(base);
    this.exponents.set(base, before === undefined ? exponent : this.joined(before, exponent));
  }

  private joined(a: Term, b: Term): Term {
    if (isNumber(a) && isNumber(b)) return numberTerm(plus(a.coefficient, b.coefficient));
    return sumOf(this.canon, a, b);
  }

  /** Multiplies by term^k for an integer k. */
  include({ coefficient, body }: Term, k: bigint): void {
    const factors = this.canon.factorsOf(body);
    this.includeNumber(coefficient, k);
    if (!opens(factors, k)) {
      this.multiply(body, numberTerm(whole(k)));
      return;
    }
    if (factors.length > 1) this.canon.spend(factors.length);
    for (const factor of factors) this.includeFactor(factor, k);
  }

  private includeFactor({ base, exponent }: Factor, k: bigint): void {
    const { coefficient, body } = exponent;
    this.multiply(base, k === 1n ? exponent : { coefficient: times(coefficient, whole(k)), body });
  }

  private includeNumber(c: Rational, k: bigint): void {
    const raised = integerPower(c, k);
    const product = raised && times(this.coefficient, raised);
    if (product !== undefined && isSmall(product)) this.coefficient = product;
    else this.multiply(constant(c), numberTerm(whole(k)));
  }

  /** The numeric exponent of a base: 0 if there is none. */
  of(base: Formula): Rational | undefined {
    return numeric(this.exponents.get(base) ?? zeroTerm);
  }

  /** Powers of numbers that are numbers. */
  private fold(): void {
    for (const [base, exponent] of [...this.exponents]) {
      const c = exactOf(base);
      const q = numeric(exponent);
      if (c?.n === 0n && q !== undefined && q.n < 0n && this.coefficient.n !== 0n) {
        this.divideByZero(base);
        return;
      }
      if (c === undefined || q?.d !== 1n || !isModerate(q)) continue;
      const raised = integerPower(c, q.n);
      const product = raised && times(this.coefficient, raised);
      if (product === undefined || !isSmall(product)) continue;
      this.exponents.delete(base);
      this.coefficient = product;
    }
  }

  /** What has no value whatever its other factors is written 1/0: 1/0² and 1/(0·x) would be read back as that. */
  private divideByZero(zero: Formula): void {
    this.exponents.clear();
    this.exponents.set(zero, numberTerm(whole(-1)));
    this.coefficient = one;
  }

  /** The canonical form. */
  result(): Term {
    this.fold();
    if (this.coefficient.n === 0n) return numberTerm(this.coefficient);
    settle(this);
    if (this.exponents.size > 1) {
      for (let k = 0; k < mostRounds && identitiesOfProducts(this); k++) settle(this);
    }
    const factors: Factor[] = [];
    for (const [base, exponent] of this.exponents) {
      if (!isNumber(exponent) || exponent.coefficient.n !== 0n) factors.push({ base, exponent });
    }
    const order = this.canon.order.ofFactors;
    if (factors.length > 1) factors.sort((a, b) => order(a.base, b.base));
    return { coefficient: this.coefficient, body: this.canon.product(factors) };
  }
}

/** Π of the terms */
export const productOf = (canon: Canon, ...terms: readonly Term[]): Term => {
  const product = new Factors(canon);
  for (const term of terms) product.include(term, 1n);
  return product.result();
};
