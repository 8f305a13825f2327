import { type Container, leavesOf, shapeOf, type Value } from "@jacobian/core";
import { Call, type Formula, Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { entriesOf } from "../formula/lift.ts";
import { layout, listPieces, type Piece } from "./layout.ts";

/** Names of shared parts. */
type Names = ReadonlyMap<Formula, string>;

/** Puts pieces together; what waits is on a stack of its own, however deep the formula. */
const written = (pieces: readonly Piece[], names: Names): string => {
  const out: string[] = [];
  const waiting = [...pieces].reverse();
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if (typeof piece === "string") {
      out.push(piece);
      continue;
    }
    const { formula, least, isRight } = piece;
    const name = names.get(formula);
    if (name !== undefined) {
      out.push(name);
      continue;
    }
    const { level, right = level, pieces: inner } = layout(formula);
    const isEnclosed = (isRight ? right : level) < least;
    if (isEnclosed) out.push("(");
    if (isEnclosed) waiting.push(")");
    for (let k = inner.length - 1; k >= 0; k--) waiting.push(inner[k]!);
  }
  return out.join("");
};

/** How many formulas stand in a text in which shared ones are written out each time. */
const writtenOut = (graph: readonly Formula[], outputs: readonly Formula[]): number => {
  const sizes = new Map<Formula, number>();
  const total = (parts: readonly Formula[]): number =>
    // Operands come first, so each has its size.
    parts.reduce((sum, part) => sum + sizes.get(part)!, 0);
  for (const formula of graph) sizes.set(formula, 1 + total(formula.operands));
  return total(outputs);
};

/** What stands in more than one place, operands first. */
const shared = (graph: readonly Formula[], outputs: readonly Formula[]): readonly Formula[] => {
  const [once, often] = [new Set<Formula>(), new Set<Formula>()];
  for (const part of [...outputs, ...graph.flatMap(({ operands }) => operands)]) {
    (once.has(part) ? often : once).add(part);
  }
  return graph.filter((formula) => formula instanceof Call && often.has(formula));
};

/** t1, t2, … without those that variables have. */
const named = (parts: readonly Formula[], graph: readonly Formula[]): Names => {
  const taken = new Set(graph.map((x) => (x instanceof Variable ? x.name : "")));
  const names = new Map<Formula, string>();
  let k = 0;
  for (const part of parts) {
    do k++;
    while (taken.has(`t${k}`));
    names.set(part, `t${k}`);
  }
  return names;
};

/** A text may be so many times as long as one in which shared parts have names. */
const longest = (size: number): number => 1000 + 8 * size;

const piecesOf = (x: Value): readonly Piece[] => {
  const [entries, [rows, cols]] = [entriesOf(x), shapeOf(x)];
  if (rows !== undefined) return listPieces(entries, cols);
  return entries.map((formula) => ({ formula, least: 0, isRight: false }));
};

/**
 * Formulas as text that `parse` reads back to the same ones, with as few parentheses as that takes: a
 * vector or matrix in brackets, the formulas of a list or object each on a line of its own. A part that
 * stands in several places is written out in each, unless this would make the text many times as long:
 * then such parts have names and lines of their own, `t1 := …`, and the length is in proportion to the graph.
 * @throws OperatorError for what is no value.
 * @example
 * const [r, theta] = symbols("r theta");
 * toText([mul(r, cos(theta)), div(1, square(r))]); // "r*cos(theta)\n1/r^2"
 */
export const toText = (x: Container): string => {
  const leaves = leavesOf("toText", x);
  const outputs = leaves.flatMap(entriesOf);
  const graph = graphOf(outputs);
  const isLong = writtenOut(graph, outputs) > longest(graph.length);
  const names = named(isLong ? shared(graph, outputs) : [], graph);
  const definitions = [...names].map(
    ([part, name]) => `${name} := ${written(layout(part).pieces, names)}`,
  );
  return [...definitions, ...leaves.map((leaf) => written(piecesOf(leaf), names))].join("\n");
};
