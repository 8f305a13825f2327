import { add, div, mul, neg, reciprocal, type Relation, sub } from "@jacobian/core";
import { erased, type Rule, type ScalarRule } from "../../formula/rule.ts";
import { atomOf, infix, pattern, type Piece, product, sign, sum, type Template } from "./piece.ts";

/** How the rules of a language's functions are written: by the rule itself, so that a user's of the same name is none. */
export type Table = ReadonlyMap<Rule, Template>;

/** An entry of a table. */
export const entry = <S>(
  { rule }: { readonly rule: ScalarRule<S> },
  template: Template,
): readonly [Rule, Template] => [erased(rule), template];

/** What JavaScript, C and Python write alike. */
export const arithmetic = (one: string): readonly (readonly [Rule, Template])[] => [
  // Floating-point sums are not associative: x + (y + z) keeps its parentheses.
  entry(add, infix("+", sum, product)),
  entry(sub, infix("-", sum, product)),
  entry(mul, infix("*", product, sign)),
  entry(div, infix("/", product, sign)),
  entry(neg, pattern("-$1", sign)),
  entry(reciprocal, pattern(`${one} / $1`, product)),
];

/** The relations as operators. */
const relations: Readonly<Record<Relation, string>> = {
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  eq: "==",
};

/** The operator of the relation that is the static argument of `where`. */
export const relationOf = (s: unknown): string => relations[s as Relation];

/** A number, whose minus binds as that of an operation. */
export const literal = (text: string): Piece =>
  text.startsWith("-") ? { text, binding: sign } : atomOf(text);
