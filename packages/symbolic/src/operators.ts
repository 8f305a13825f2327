import { add, div, mul, pow, sub } from "@jacobian/core";

/** How tightly parts of a text hold together: what holds less tightly stands in parentheses. */
export const level = {
  any: 0,
  sum: 1,
  negation: 2,
  product: 3,
  power: 4,
  atom: 5,
} as const;

export interface Operator {
  readonly symbol: string;
  readonly primitive: typeof add;
  /** How tightly the result holds together, and what operands need at least. */
  readonly level: number;
  readonly left: number;
  readonly right: number;
}

/** The operators of the grammar: parser and printer both read this table. */
export const operators: readonly Operator[] = [
  { symbol: "+", primitive: add, level: level.sum, left: level.sum, right: level.negation },
  { symbol: "-", primitive: sub, level: level.sum, left: level.sum, right: level.negation },
  { symbol: "*", primitive: mul, level: level.product, left: level.product, right: level.power },
  { symbol: "/", primitive: div, level: level.product, left: level.product, right: level.power },
  // To the right: x^y^z is x^(y^z).
  { symbol: "^", primitive: pow, level: level.power, left: level.atom, right: level.power },
];

/** Relations of a condition, by the sign that is written. */
export const relations = [
  ["<", "lt"],
  ["<=", "le"],
  [">", "gt"],
  [">=", "ge"],
  ["==", "eq"],
] as const;
