import type { Formula } from "../formula/formula.ts";
import { compare, minus, type Rational } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { powerOf } from "./power.ts";
import type { Factors } from "./product.ts";
import { sumOf } from "./sum.ts";
import { is, isNumber, numberTerm, type Term, whole } from "./term.ts";

interface Binomial {
  readonly base: Formula;
  readonly variable: Term;
  readonly number: Rational;
  readonly power: bigint;
}

const binomials = function* ({ canon, exponents }: Factors): Generator<Binomial> {
  for (const [base, exponent] of exponents) {
    const terms = canon.termsOf(base);
    const { n, d } = exponent.coefficient;
    if (terms?.length !== 2 || !isNumber(exponent) || d !== 1n) continue;
    const [variable, number] = terms;
    if (isNumber(number!)) {
      yield { base, variable: variable!, number: number!.coefficient, power: n };
    }
  }
};

const squared = (canon: Canon, term: Term): Term => powerOf(canon, term, numberTerm(whole(2)));

/** (x + 1)·(x − 1) = x² − 1, to the same power. */
export const joinsConjugates = (factors: Factors): boolean => {
  const { canon, exponents } = factors;
  const seen = new Map<Formula, Binomial>();
  for (const binomial of binomials(factors)) {
    const { variable, number, power } = binomial;
    const other = seen.get(variable.body);
    seen.set(variable.body, binomial);
    if (other?.power !== power || !is(variable.coefficient, 1n)) continue;
    if (!is(other.variable.coefficient, 1n) || compare(other.number, minus(number)) !== 0) continue;
    exponents.delete(binomial.base);
    exponents.delete(other.base);
    const product = sumOf(
      canon,
      squared(canon, variable),
      numberTerm(minus(squared(canon, numberTerm(number)).coefficient)),
    );
    factors.include(product, power);
    return true;
  }
  return false;
};
