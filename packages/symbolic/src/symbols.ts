import { DomainError, describe } from "@jacobian/core";
import type { Assumptions, Formula } from "./formula/formula.ts";
import { variable } from "./formula/make.ts";
import { identifier } from "./parse/scan.ts";

type Blank = " " | "\n" | "\t" | ",";

type Words<Text extends string, Word extends string = ""> = Text extends `${infer C}${infer Rest}`
  ? C extends Blank
    ? Word extends ""
      ? Words<Rest>
      : [Word, ...Words<Rest>]
    : Words<Rest, `${Word}${C}`>
  : Word extends ""
    ? []
    : [Word];

type FormulaOfEach<Words extends readonly string[]> = { readonly [K in keyof Words]: Formula };

/** One formula for each name; a list where the names are not known beforehand. */
export type Symbols<Names extends string> = string extends Names
  ? readonly Formula[]
  : FormulaOfEach<Words<Names>>;

/** What may be assumed; the pairs of which a number can have only one. */
const known = ["positive", "negative", "nonnegative", "nonzero", "integer"];
const contradictions = [
  ["positive", "negative"],
  ["nonnegative", "negative"],
] as const;

/** @throws DomainError for what nobody knows how to assume, or what no number fulfils. */
const checkAssumptions = (assumptions: unknown): void => {
  const isObject = typeof assumptions === "object" && assumptions !== null;
  const given = Object.entries(isObject ? assumptions : { [describe(assumptions)]: true });
  const wrong = given.find(([what, is]) => !known.includes(what) || (is ?? false) !== Boolean(is));
  if (wrong !== undefined) {
    throw new DomainError(
      `symbols: expected assumptions among ${known.join(", ")}, each true or false, got ${wrong[0]}: ${describe(wrong[1])}; write { positive: true }`,
    );
  }
  const assumed = new Set(given.flatMap(([what, is]) => (is === true ? [what] : [])));
  const both = contradictions.find(([a, b]) => assumed.has(a) && assumed.has(b));
  if (both === undefined) return;
  throw new DomainError(
    `symbols: expected assumptions that a number fulfils, got ${both.join(" and ")}; leave one of them out`,
  );
};

/**
 * Variables by name, with blanks or commas between them. They stand for real numbers, of which is
 * assumed what `assumptions` says: simplification relies on it.
 * @throws DomainError for what is no name, and for assumptions that are unknown or contradict each other.
 * @example
 * const [r, theta] = symbols("r theta", { nonnegative: true });
 * mul(r, cos(theta)).toString(); // "r*cos(theta)"
 */
export const symbols = <const Names extends string>(
  names: Names,
  assumptions: Assumptions = {},
): Symbols<Names> => {
  // A program that is not type-checked may come with anything.
  if (typeof (names as unknown) !== "string") {
    throw new DomainError(
      `symbols: expected a text of names, got ${describe(names)}; write symbols("x y")`,
    );
  }
  checkAssumptions(assumptions);
  const words = names.split(/[\s,]+/u).filter((word) => word !== "");
  for (const word of words) {
    if (identifier.test(word)) continue;
    throw new DomainError(
      `symbols: expected names made of letters, digits and _, got ${describe(word)}; begin with a letter`,
    );
  }
  // The type counts the same words.
  return words.map((word) => variable(word.normalize(), assumptions)) as unknown as Symbols<Names>;
};
