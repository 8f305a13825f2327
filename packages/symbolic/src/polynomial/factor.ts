import { add, DomainError, mul, neg, type Scalar, sub } from "@jacobian/core";
import { type Formula, Variable } from "../formula/formula.ts";
import { formulaOf } from "../formula/lift.ts";
import { constant } from "../formula/make.ts";
import { gcd as gcdOf, rational, type Rational } from "../formula/rational.ts";
import { distribute } from "./distribute.ts";
import { factorized } from "./factorize.ts";
import { contentOf, type Integers, primitive } from "./integer.ts";
import { call, formulaOfTerms, powerFormula, type Terms } from "./terms.ts";

/** Beyond, the search for factors takes minutes. */
const highest = 500;

const unsupported = (got: string): DomainError =>
  new DomainError(
    `factor: expected a polynomial of one variable with rational coefficients, got ${got}; factor its parts, or collect it`,
  );

/** The one variable of a polynomial; undefined of a constant. */
const variableIn = (terms: Terms): Variable | undefined => {
  let variable: Variable | undefined;
  for (const { powers } of terms.values()) {
    for (const { base, exponent } of powers) {
      if (!(base instanceof Variable) || exponent.d !== 1n || exponent.n < 0n) {
        throw unsupported("a term that is no whole power of a variable");
      }
      if (variable !== undefined && base !== variable) {
        throw unsupported(`the variables ${variable.name} and ${base.name}`);
      }
      variable = base;
    }
  }
  return variable;
};

const lcm = (a: bigint, b: bigint): bigint => (a / gcdOf(a, b)) * b;

/** A polynomial with rational coefficients as content·(integers without a common divisor). */
const cleared = (terms: Terms): { readonly content: Rational; readonly f: Integers } => {
  const denominator = [...terms.values()].reduce((d, { coefficient }) => lcm(d, coefficient.d), 1n);
  const f: bigint[] = [];
  for (const { coefficient, powers } of terms.values()) {
    const k = Number(powers[0]?.exponent.n ?? 0n);
    if (k > highest) throw unsupported(`degree ${k}, which is beyond ${highest}`);
    while (f.length <= k) f.push(0n);
    f[k] = coefficient.n * (denominator / coefficient.d);
  }
  return { content: rational(contentOf(f), denominator), f: primitive(f) };
};

/** Σ cₖ·xᵏ, the highest power first; the leading coefficient is positive. */
const polynomial = (f: Integers, x: Variable): Formula => {
  let sum: Formula | undefined;
  for (let k = f.length - 1; k >= 0; k--) {
    const c = f[k]!;
    if (c === 0n) continue;
    const size = constant({ n: c < 0n ? -c : c, d: 1n });
    const term = k === 0 ? size : call(mul, size, powerFormula(x, { n: BigInt(k), d: 1n }));
    sum = sum === undefined ? term : call(c < 0n ? sub : add, sum, term);
  }
  return sum ?? constant(0);
};

/**
 * A polynomial of one variable as a product of polynomials that are irreducible over the rational numbers,
 * and its content: square-free parts (Yun 1976), factors modulo a prime (Cantor & Zassenhaus 1981), lifted
 * (Hensel) and combined (Zassenhaus 1969). Factors have integer coefficients without a common divisor, the
 * leading one positive; those of low degree come first.
 * @throws DomainError for what is no polynomial of one variable over the rationals, for a degree beyond
 * 500, and where there are too many factors modulo a prime to try all that combine.
 * @example
 * const [x] = symbols("x");
 * factor(sub(square(x), 1)) === mul(sub(x, 1), add(x, 1)); // true
 */
export const factor = (x: Scalar): Formula => {
  const [terms] = distribute([formulaOf("factor", x)]);
  const variable = variableIn(terms!);
  if (variable === undefined) return formulaOfTerms(terms!);
  const { content, f } = cleared(terms!);
  const factors = factorized(f).map(({ factor, multiplicity }) =>
    powerFormula(polynomial(factor, variable), { n: BigInt(multiplicity), d: 1n }),
  );
  const isMinus = content.n === -1n && content.d === 1n;
  const product = (isMinus ? factors : [constant(content), ...factors]).reduce((a, b) =>
    call(mul, a, b),
  );
  return isMinus ? call(neg, product) : product;
};
