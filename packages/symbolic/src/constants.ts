import { describe, DomainError } from "@jacobian/core";
import type { Formula } from "./formula/formula.ts";
import { constant as interned, named } from "./formula/make.ts";
import { type Rational, rational } from "./formula/rational.ts";

const isQuotient = (x: unknown): x is Rational =>
  typeof x === "object" && x !== null && "n" in x && "d" in x
    ? typeof x.n === "bigint" && typeof x.d === "bigint" && x.d !== 0n
    : false;

/**
 * A constant: an exact quotient of whole numbers, which need not be in lowest terms, or what is none (±∞, NaN). A
 * number stands for its shortest decimal.
 * @throws DomainError for what is neither a number nor a quotient { n, d } of bigints, d other than 0.
 * @example
 * constant(0.1) === constant({ n: 2n, d: 20n }); // true
 */
export const constant = (x: Rational | number): Formula => {
  if (typeof x === "number") return interned(x);
  if (isQuotient(x)) return interned(rational(x.n, x.d));
  throw new DomainError(
    `constant: expected a number, or n and d ≠ 0 as bigints, got ${describe(x)}; write constant(0.5) or constant({ n: 1n, d: 2n })`,
  );
};

/**
 * π = 3.14159…
 * @example
 * simplify(sin(pi)); // 0
 * toText(mul(2, pi)); // "2*pi"
 */
export const pi: Formula = /*#__PURE__*/ named("pi", Math.PI);

/**
 * Euler's number e = 2.71828…
 * @example
 * simplify(log(e)); // 1
 * evaluate(e, {}); // 2.718281828459045
 */
export const e: Formula = /*#__PURE__*/ named("e", Math.E);

/**
 * τ = 2π, a whole turn.
 * @example
 * evaluate(cos(tau), {}); // 1
 * toText(tau); // "tau"
 */
export const tau: Formula = /*#__PURE__*/ named("tau", 2 * Math.PI);
