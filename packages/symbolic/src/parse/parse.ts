import { DomainError, describe } from "@jacobian/core";
import type { Formula } from "../formula/formula.ts";
import type { NamedFunction } from "../functions.ts";
import type { Parsed } from "./call.ts";
import { Names } from "./names.ts";
import { Parser } from "./parser.ts";

/** What the names in a text may stand for; see `parse`. */
export interface ParseOptions {
  /** What names stand for, with its assumptions. If given, another name is an error; else a new variable. */
  readonly variables?: readonly Formula[];
  /** More functions: of formulas, or primitives, which take their static arguments after the operands. */
  readonly functions?: Readonly<Record<string, NamedFunction>>;
}

type IsBlank<Text extends string> = Text extends ` ${infer Rest}`
  ? IsBlank<Rest>
  : Text extends ""
    ? true
    : false;

type Outputs<Text extends string> = Text extends `${infer First};${infer Rest}`
  ? [...Outputs<First>, ...Outputs<Rest>]
  : IsBlank<Text> extends true
    ? []
    : [Formula];

/**
 * One formula, or a list of several. A text whose characters the types do not know, or which has lists,
 * definitions, lines or comments, gives any of these.
 */
export type ParsedFrom<Text extends string> = string extends Text
  ? Parsed | readonly Parsed[]
  : Text extends `${string}${"[" | ":" | "#" | "\n" | "\t"}${string}`
    ? Parsed | readonly Parsed[]
    : Outputs<Text> extends [infer Only]
      ? Only
      : Readonly<Outputs<Text>>;

/**
 * The formula, vector or matrix that a text stands for; a list of them where `;` or line ends part
 * several. Numbers are exact, a product needs its `*`, `^` is a power and binds to the right, `-x^2` is
 * −(x²). Functions have the names of core's; pi, e, tau, inf and nan are constants; `name := formula`
 * names a part; `#` begins a comment. docs/grammar.md has the whole grammar. Nothing is ever evaluated
 * as code, and the time is in proportion to the length, however deep the formula.
 * @throws ParseError with line, column and offset of what is not expected; DomainError for what is no text.
 * @example
 * const [u, v] = parse("r*cos(theta); r*sin(theta)");
 * toText(mul(u, v)); // "r*cos(theta)*(r*sin(theta))"
 */
export const parse = <const Text extends string>(
  text: Text,
  { variables, functions = {} }: ParseOptions = {},
): ParsedFrom<Text> => {
  // A program that is not type-checked may come with anything.
  if (typeof (text as unknown) !== "string") {
    throw new DomainError(`parse: expected a text, got ${describe(text)}; pass a string`);
  }
  const outputs = new Parser(text, new Names(text, variables, functions)).parse();
  // The types count the same outputs.
  return (outputs.length === 1 ? outputs[0] : outputs) as ParsedFrom<Text>;
};
