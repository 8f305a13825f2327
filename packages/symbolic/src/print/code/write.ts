import { Call, type Formula } from "../../formula/formula.ts";
import type { Piece, Template } from "./piece.ts";
import type { Plan } from "./plan.ts";

export interface Language {
  /** How an operation is written. */
  readonly template: (call: Call) => Template;
  /** How a variable, a constant or a named value is written where `reader` uses it. */
  readonly refer: (x: Formula, reader: Call | undefined) => Piece;
}

/** The source of every operation of a plan, one after another, and of what stands for a formula in an output. */
export const written = (
  { graph, named }: Plan,
  { template, refer }: Language,
): { readonly source: (x: Formula) => string; readonly output: (x: Formula) => Piece } => {
  const pieces = new Map<Formula, Piece>();
  const at = (x: Formula, reader: Call | undefined): Piece =>
    x instanceof Call && !named.has(x) ? pieces.get(x)! : refer(x, reader);
  for (const x of graph) {
    if (x instanceof Call) {
      pieces.set(
        x,
        template(x)(
          x.operands.map((operand) => at(operand, x)),
          x.s,
        ),
      );
    }
  }
  return { source: (x) => pieces.get(x)!.text, output: (x) => at(x, undefined) };
};
