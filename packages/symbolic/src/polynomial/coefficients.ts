import { add, DomainError, mul, type Scalar } from "@jacobian/core";
import { givenVariables } from "../calculus/variables.ts";
import { Call, type Formula, type Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { formulaOf } from "../formula/lift.ts";
import { constant } from "../formula/make.ts";
import { distribute, mostTerms } from "./distribute.ts";
import {
  call,
  formulaOfTerms,
  powerFormula,
  type Power,
  type Term,
  type Terms,
  termsOf,
} from "./terms.ts";

/** A power beyond this is not listed among coefficients. */
const highest = 10_000;

const contains = (x: Formula, variable: Variable): boolean =>
  x.operands.length > 0 && graphOf([x]).includes(variable);

/** What a power of x that is no whole one is called. */
const obstacle = ({ base, exponent }: Power, { name }: Variable): string => {
  if (exponent.n < 0n) return `${name} in a divisor`;
  if (exponent.d !== 1n) return `${name} below a root`;
  const rule = base instanceof Call ? base.rule.name : "";
  return `${name} inside ${rule}, or a power of more than ${mostTerms} terms`;
};

/** The whole power of the variable in a term. */
const exponentOf = (operation: string, { powers }: Term, variable: Variable): number => {
  let degree = 0;
  for (const power of powers) {
    const { base, exponent } = power;
    const isPower = base === variable && exponent.d === 1n && exponent.n > 0n;
    if (isPower) degree = Number(exponent.n);
    else if (base === variable || contains(base, variable)) {
      throw new DomainError(
        `${operation}: expected a polynomial in ${variable.name}, got ${obstacle(power, variable)}; only sums, products and whole powers of ${variable.name} are one`,
      );
    }
  }
  return degree;
};

const without = ({ coefficient, powers }: Term, variable: Variable): Term => ({
  coefficient,
  powers: powers.filter(({ base }) => base !== variable),
});

interface Gathered {
  readonly variable: Variable;
  readonly parts: ReadonlyMap<number, Terms>;
}

/** The terms of each power of the variable that occurs, without that power. */
const gathered = (operation: string, x: Scalar, variable: Scalar): Gathered => {
  const f = formulaOf(operation, x);
  // One is asked for, and one is given.
  const of = givenVariables(operation, [f], variable)[0]!;
  const [terms] = distribute([f]);
  const lists = new Map<number, Term[]>();
  for (const term of terms!.values()) {
    const degree = exponentOf(operation, term, of);
    const list = lists.get(degree);
    if (list === undefined) lists.set(degree, [without(term, of)]);
    else list.push(without(term, of));
  }
  const parts = new Map([...lists].map(([degree, list]) => [degree, termsOf(...list)]));
  return { variable: of, parts };
};

const degreeAmong = (parts: ReadonlyMap<number, Terms>): number =>
  Math.max(-Infinity, ...parts.keys());

/**
 * The coefficients of a polynomial in the variable, that of xᵏ at k: formulas in what else it is made of.
 * None of the polynomial 0.
 * @throws DomainError for what is no polynomial in the variable, or one of a degree beyond 10 000.
 * @example
 * const [x, a] = symbols("x a");
 * coefficients(mul(add(x, a), x), x).length; // 3
 */
export const coefficients = (x: Scalar, variable: Scalar): readonly Formula[] => {
  const { parts } = gathered("coefficients", x, variable);
  const n = degreeAmong(parts);
  if (n > highest) {
    throw new DomainError(
      `coefficients: expected a degree of at most ${highest}, got ${n}; collect lists only the powers that occur`,
    );
  }
  return Array.from({ length: n + 1 || 0 }, (_, k) => {
    const part = parts.get(k);
    return part === undefined ? constant(0) : formulaOfTerms(part);
  });
};

/**
 * The highest power of the variable in a polynomial; −∞ of the polynomial 0.
 * @throws DomainError for what is no polynomial in the variable.
 * @example
 * const [x] = symbols("x");
 * degree(mul(x, add(square(x), 1)), x); // 3
 */
export const degree = (x: Scalar, variable: Scalar): number =>
  degreeAmong(gathered("degree", x, variable).parts);

/**
 * A polynomial by powers of the variable, each once, the highest first: a·x² + (b + c)·x + 1.
 * @throws DomainError for what is no polynomial in the variable.
 * @example
 * const [x, a, b] = symbols("x a b");
 * collect(add(mul(a, x), mul(b, x)), x) === mul(add(a, b), x); // true
 */
export const collect = (x: Scalar, variable: Scalar): Formula => {
  const { variable: of, parts } = gathered("collect", x, variable);
  const falling = [...parts].sort(([a], [b]) => b - a);
  const terms = falling.map(([k, part]) => {
    const coefficient = formulaOfTerms(part);
    if (k === 0) return coefficient;
    return call(mul, coefficient, powerFormula(of, { n: BigInt(k), d: 1n }));
  });
  return terms.length === 0 ? constant(0) : terms.reduce((sum, term) => call(add, sum, term));
};
