import { isValue, type Relation, shapeOf, type Value, where } from "@jacobian/core";
import { FormulaArray } from "../formula/array.ts";
import { Constant, Formula, Named } from "../formula/formula.ts";
import { entriesOf, valueOf } from "../formula/lift.ts";
import { toNumber } from "../formula/rational.ts";
import type { Signature } from "../functions.ts";
import { staticFirst } from "../print/statics.ts";
import { located, unexpected } from "./failure.ts";
import type { Token } from "./scan.ts";

/** What a text stands for: a scalar, or a vector or matrix of scalars. */
export type Parsed = Formula | FormulaArray;

/** More could overflow the stack of a function that takes any number. */
const mostArguments = 10_000;

const numberOf = (x: Formula): number | undefined => {
  if (x instanceof Named) return x.number;
  if (!(x instanceof Constant)) return undefined;
  return typeof x.exact === "number" ? x.exact : toNumber(x.exact);
};

/** A static argument: a number, or a list of numbers. */
const staticOf = (text: string, name: Token, x: Parsed): unknown => {
  const numbers = entriesOf(x).map(numberOf);
  if (numbers.includes(undefined)) {
    throw unexpected(
      text,
      name,
      `${name.text} with numbers beside its operands`,
      "no variable can stand there",
      "a formula",
    );
  }
  return x instanceof Formula ? numbers[0] : numbers;
};

const counted = (n: number): string => `${n} ${n === 1 ? "argument" : "arguments"}`;

/** How many arguments a signature takes, told where it is not as many. */
const checkCount = (text: string, name: Token, { operands, statics }: Signature, n: number) => {
  const least = (operands ?? 0) + (statics ?? 0);
  const most = operands === undefined || statics === undefined ? mostArguments : least;
  if (n >= least && n <= most) return;
  const expected =
    least === most
      ? counted(least)
      : n < least
        ? `${counted(least)} or more`
        : `at most ${counted(most)}`;
  throw unexpected(
    text,
    name,
    `${expected} of ${name.text}`,
    "separate arguments by commas",
    counted(n),
  );
};

const formulasOf = (text: string, name: Token, y: unknown): Parsed => {
  if (y instanceof Formula || y instanceof FormulaArray) return y;
  if (isValue(y)) return valueOf(shapeOf(y), entriesOf(y));
  throw unexpected(
    text,
    name,
    `a formula from ${name.text}`,
    "return what functions of core give",
    typeof y,
  );
};

/**
 * A function applied to the arguments of its text.
 * @throws ParseError at the name, if they are too few or too many, or refused by the function.
 */
export const applied = (
  text: string,
  name: Token,
  signature: Signature,
  items: readonly Parsed[],
): Parsed => {
  checkCount(text, name, signature, items.length);
  const first = staticFirst.has(name.text);
  const operands = signature.operands ?? items.length;
  const isStatic = (k: number): boolean => (first ? k < items.length - operands : k >= operands);
  const args = items.map((x, k) => (isStatic(k) ? staticOf(text, name, x) : x));
  // The signature says that these are the arguments it takes.
  const call = signature.call as unknown as (...args: readonly unknown[]) => unknown;
  const y = located(text, name, () => call(...args));
  return formulasOf(text, name, y);
};

/** where(a < b, then, otherwise) */
export const chosen = (
  text: string,
  name: Token,
  relation: Relation | undefined,
  items: readonly Parsed[],
): Parsed => {
  const [a, b, then, otherwise] = items;
  if (relation === undefined || otherwise === undefined || items.length > 4) {
    throw unexpected(
      text,
      name,
      "where(a < b, then, otherwise)",
      "give a condition and two formulas",
      counted(items.length - (relation === undefined ? 0 : 1)),
    );
  }
  return located(text, name, () =>
    formulasOf(text, name, where(relation, a as Value, b as Value, then as Value, otherwise)),
  );
};

/** [a, b] is a vector, [[a, b], [c, d]] a matrix. */
export const listed = (text: string, bracket: Token, items: readonly Parsed[]): Parsed => {
  const [first] = items;
  const mixed = (got: string) =>
    unexpected(
      text,
      bracket,
      "scalars, or rows of scalars of one length, in a list",
      "write [a, b] for a vector, [[a, b], [c, d]] for a matrix",
      got,
    );
  if (items.every((x) => x instanceof Formula)) return new FormulaArray([items.length], items);
  const length = first?.shape[0] ?? 0;
  for (const row of items) {
    if (row.shape.length !== 1) throw mixed(row.shape.length === 0 ? "both" : "a list of matrices");
    if (row.shape[0] !== length) throw mixed(`rows of ${length} and of ${row.shape[0]}`);
  }
  return new FormulaArray([items.length, length], items.flatMap(entriesOf));
};
