import { type Assumptions, Call, Constant, type Formula, Named, Variable } from "./formula.ts";
import { hashOf, Interned, mix } from "./interned.ts";
import { fromNumber, hashOfNumber, type Rational } from "./rational.ts";
import type { Rule } from "./rule.ts";

const known = /*#__PURE__*/ new Interned();

const sameNumber = (a: Rational | number, b: Rational | number): boolean =>
  typeof a === "object" && typeof b === "object" ? a.n === b.n && a.d === b.d : Object.is(a, b);

/** A constant: the exact quotient, in lowest terms, or what is none (±∞, NaN). A number stands for its shortest decimal. */
export const constant = (x: Rational | number): Formula => {
  const exact = typeof x === "number" && Number.isFinite(x) ? fromNumber(x) : x;
  const hash = typeof exact === "number" ? hashOf(String(exact)) : hashOfNumber(exact);
  return known.find(
    hash,
    (other) => other instanceof Constant && sameNumber(other.exact, exact),
    () => new Constant(exact),
  );
};

/** A named constant. */
export const named = (name: string, number: number): Formula =>
  known.find(
    hashOf(name) + 1,
    (other) => other instanceof Named && other.name === name,
    () => new Named(name, number),
  );

/** What is assumed, as text: two variables are one if it is the same. */
const asText = (assumptions: Assumptions): string =>
  Object.entries(assumptions)
    .filter(([, is]) => is === true)
    .map(([what]) => what)
    .sort()
    .join(" ");

/** The variable of this name of which this is known. */
export const variable = (name: string, assumptions: Assumptions = {}): Formula => {
  const text = asText(assumptions);
  return known.find(
    hashOf(`${name} ${text}`),
    (other) =>
      other instanceof Variable && other.name === name && asText(other.assumptions) === text,
    () => new Variable(name, { ...assumptions }),
  );
};

/** Statics are plain data: numbers (of which −0 is 0, as in constants), texts, small objects of them. */
const sameStatic = (a: unknown, b: unknown): boolean => {
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [entries, others] = [Object.entries(a), Object.entries(b)];
  return (
    entries.length === others.length &&
    entries.every(([key, x], k) => key === others[k]![0] && sameStatic(x, others[k]![1]))
  );
};

const sameOperands = (a: readonly Formula[], b: readonly Formula[]): boolean => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return a.length === b.length;
};

/** A rule applied to formulas, as it stands: `apply` of algebra.ts folds constants first. */
export const call = (rule: Rule, operands: readonly Formula[], s?: unknown): Formula => {
  let hash = hashOf(rule.name);
  for (const operand of operands) hash = mix(hash, operand.order);
  return known.find(
    hash,
    (other) =>
      other instanceof Call &&
      other.rule === rule &&
      sameOperands(other.operands, operands) &&
      sameStatic(other.s, s),
    () => new Call(rule, operands, s),
  );
};
