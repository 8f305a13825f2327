import type { Formula } from "../formula/formula.ts";
import { gcd, inverted, minus, plus, type Rational, times } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { identitiesOfSums, productFromSum } from "./identities.ts";
import { multiplied, spreads } from "./spread.ts";
import { isSmall, isUnit, minusOne, one, type Term, unit, zeroTerm } from "./term.ts";

/** An identity may make room for another: so often at most. */
const mostRounds = 16;

/** Like terms, collected: bodies and their coefficients. */
export class Terms {
  readonly coefficients = new Map<Formula, Rational>();
  /** Sums among the bodies, which may be taken apart once their coefficients are known. */
  private nested: Set<Formula> | undefined;

  constructor(readonly canon: Canon) {}

  /** Adds factor·term. */
  add({ coefficient, body }: Term, factor: Rational): void {
    const c = times(coefficient, factor);
    const before = this.coefficients.get(body);
    const total = before === undefined ? c : plus(before, c);
    if (isSmall(total)) this.coefficients.set(body, total);
    else this.addWhole({ coefficient: c, body });
    if (before === undefined && this.canon.termsOf(body) !== undefined) {
      (this.nested ??= new Set<Formula>()).add(body);
    }
  }

  /** The coefficient of a term's body, over the term's own. */
  of({ coefficient, body }: Term): Rational {
    const total = this.coefficients.get(body);
    return total === undefined ? zeroTerm.coefficient : times(total, inverted(coefficient));
  }

  /** A number of too many digits is a body of its own. */
  private addWhole(term: Term): void {
    const formula = this.canon.formula(term);
    this.coefficients.set(
      formula,
      plus(this.coefficients.get(formula) ?? zeroTerm.coefficient, one),
    );
  }

  /** Takes nested sums apart where that costs nothing. */
  private flatten(): void {
    const { nested } = this;
    if (nested === undefined) return;
    for (let found = true; found;) {
      found = false;
      for (const body of nested) {
        const c = this.coefficients.get(body);
        const terms = this.canon.termsOf(body);
        if (c === undefined || terms === undefined || c.n === 0n) continue;
        if (!this.pays(c, terms) || !this.canon.spend(terms.length)) continue;
        nested.delete(body);
        this.coefficients.delete(body);
        for (const term of terms) this.add(term, c);
        found = true;
      }
    }
  }

  /** Also where all terms but one meet a like one. */
  private pays(c: Rational, terms: readonly Term[]): boolean {
    if (isUnit(c) || spreads(c, terms)) return true;
    if (terms.length > 16) return false;
    const alone = terms.filter(({ body }) => !this.coefficients.has(body));
    return alone.length <= 1;
  }

  /** The canonical form. */
  result(): Term {
    this.flatten();
    for (let k = 0; k < mostRounds && identitiesOfSums(this); k++) this.flatten();
    return productFromSum(this) ?? this.sorted();
  }

  private sorted(): Term {
    const terms: Term[] = [];
    for (const [body, coefficient] of this.coefficients) {
      if (coefficient.n !== 0n) terms.push({ coefficient, body });
    }
    if (terms.length < 2) return terms[0] ?? zeroTerm;
    const order = this.canon.order.ofTerms;
    terms.sort((a, b) => order(a.body, b.body));
    const content = contentOf(terms);
    const body = this.canon.sum(multiplied(inverted(content), terms));
    return { coefficient: content, body };
  }
}

/**
 * The number before the bracket, with the sign of the first term: the greatest common divisor of the
 * coefficients, if one of them is left as 1, else 1.
 */
const contentOf = (terms: readonly Term[]): Rational => {
  const sign = terms[0]!.coefficient.n < 0n ? minusOne : one;
  let [n, d] = [0n, 1n];
  for (const { coefficient } of terms) {
    n = gcd(n, coefficient.n);
    d = (d / gcd(d, coefficient.d)) * coefficient.d;
    if (n === 1n && d === 1n) return sign;
  }
  const some = terms.some(
    ({ coefficient, body }) =>
      body !== unit && coefficient.d === d && (coefficient.n === n || coefficient.n === -n),
  );
  if (!some) return sign;
  return sign === one ? { n, d } : minus({ n, d });
};

/** Σ of the terms */
export const sumOf = (canon: Canon, ...terms: readonly Term[]): Term => {
  const sum = new Terms(canon);
  for (const term of terms) sum.add(term, one);
  return sum.result();
};

export const negated = ({ coefficient, body }: Term): Term => ({
  coefficient: minus(coefficient),
  body,
});

/** a − b */
export const difference = (canon: Canon, a: Term, b: Term): Term => sumOf(canon, a, negated(b));
