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

/**
 * Variables by name, with blanks or commas between them. They stand for real numbers, of which is
 * assumed what `assumptions` says: simplification relies on it.
 * @throws DomainError for what is no name.
 * @example
 * const [r, theta] = symbols("r theta", { nonnegative: true });
 * mul(r, cos(theta)).toString(); // "r*cos(theta)"
 */
export const symbols = <const Names extends string>(
  names: Names,
  assumptions: Assumptions = {},
): Symbols<Names> => {
  const words = names.split(/[\s,]+/u).filter((word) => word !== "");
  for (const word of words) {
    if (identifier.test(word)) continue;
    throw new DomainError(
      `symbols: expected names made of letters, digits and _, got ${describe(word)}; begin with a letter`,
    );
  }
  // The type counts the same words.
  return words.map((word) => variable(word, assumptions)) as unknown as Symbols<Names>;
};
