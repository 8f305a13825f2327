import { div, mul, neg, reciprocal, type Relation, square } from "@jacobian/core";
import { Call, Constant, type Formula, Named, Variable } from "../formula/formula.ts";
import { level, type Operator, operators, relations } from "../operators.ts";
import { numberText } from "./number.ts";
import { staticFirst, staticsOf, staticText } from "./statics.ts";

/** An operand in a text: in parentheses unless it holds together at least so tightly. */
interface Part {
  readonly formula: Formula;
  readonly least: number;
  /** Whether it stands to the right of an operator, where a minus cannot be mistaken. */
  readonly isRight: boolean;
}

/** A text, of which operands are still to be written. */
export type Piece = string | Part;

interface Layout {
  readonly level: number;
  /** The same to the right of an operator, if it differs. */
  readonly right?: number;
  readonly pieces: readonly Piece[];
}

const whole = (formula: Formula): Part => ({ formula, least: level.any, isRight: false });

/** Pieces with commas between them. */
const commas = (lists: readonly (readonly Piece[])[]): readonly Piece[] =>
  lists.flatMap((list, k) => (k === 0 ? list : [", ", ...list]));

/** a, b, c in brackets; rows in brackets of their own. */
export const listPieces = (entries: readonly Formula[], cols?: number): readonly Piece[] => {
  if (cols === undefined) return ["[", ...commas(entries.map((entry) => [whole(entry)])), "]"];
  const rows = Array.from({ length: entries.length / cols }, (_, i) =>
    listPieces(entries.slice(i * cols, (i + 1) * cols)),
  );
  return ["[", ...commas(rows), "]"];
};

/** a < b, then, otherwise */
const condition = ([a, b, ...rest]: readonly Part[], relation: Relation): readonly Piece[] => {
  const [sign = ""] = relations.find(([, name]) => name === relation) ?? [];
  return commas([[a!, ` ${sign} `, b!], ...rest.map((part) => [part])]);
};

const callPieces = ({ rule, operands, s }: Call): readonly Piece[] => {
  const parts = operands.map(whole);
  // Only `where` has this static argument.
  if (rule.name === "where") return ["where(", ...condition(parts, s as Relation), ")"];
  const statics = staticsOf(s).map(staticText);
  const args: readonly Piece[] = staticFirst.has(rule.name)
    ? [...statics, ...parts]
    : [...parts, ...statics];
  return [`${rule.name}(`, ...commas(args.map((arg) => [arg])), ")"];
};

/** Whether its text begins with a number that a minus in front would make its own. */
const beginsWithNumber = (formula: Formula): boolean => {
  let first = formula;
  while (first instanceof Call && (first.rule === mul.rule || first.rule === div.rule)) {
    first = first.operands[0]!;
  }
  return first instanceof Constant || (first instanceof Call && first.rule === reciprocal.rule);
};

const negation = (x: Formula): Layout => {
  const inner = layout(x).level;
  const isApart = inner < level.product || beginsWithNumber(x);
  const least = isApart ? level.atom : level.product;
  // To the right of * or ^ a minus takes the next factor only.
  const right = isApart ? level.atom : inner;
  return { level: level.negation, right, pieces: ["-", { formula: x, least, isRight: false }] };
};

const infix = (operator: Operator, [x, y]: readonly Formula[]): Layout => {
  const blank = operator.level === level.sum ? " " : "";
  return {
    level: operator.level,
    pieces: [
      { formula: x!, least: operator.left, isRight: false },
      `${blank}${operator.symbol}${blank}`,
      { formula: y!, least: operator.right, isRight: true },
    ],
  };
};

const callLayout = (formula: Call): Layout => {
  const { rule, operands } = formula;
  const operator = operators.find(({ primitive }) => primitive.rule === rule);
  if (operator !== undefined) return infix(operator, operands);
  const [x] = operands;
  if (rule === neg.rule) return negation(x!);
  if (rule === square.rule) {
    const base = { formula: x!, least: level.atom, isRight: false };
    return { level: level.power, pieces: [base, "^2"] };
  }
  if (rule === reciprocal.rule) {
    const divisor = { formula: x!, least: level.power, isRight: true };
    return { level: level.product, pieces: ["1/", divisor] };
  }
  return { level: level.atom, pieces: callPieces(formula) };
};

/** How a formula is written, and how tightly that holds together. */
export const layout = (formula: Formula): Layout => {
  if (formula instanceof Call) return callLayout(formula);
  if (formula instanceof Constant) {
    const { text, level: own } = numberText(formula.exact);
    const isSigned = text.startsWith("-") && !text.includes("/");
    return { level: own, pieces: [text], right: isSigned ? level.atom : own };
  }
  const name = formula instanceof Variable || formula instanceof Named ? formula.name : "";
  return { level: level.atom, pieces: [name] };
};
