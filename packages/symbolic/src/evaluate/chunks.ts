import { Call, type Formula } from "../formula/formula.ts";
import type { Rule } from "../formula/rule.ts";
import type { Plan } from "../print/code/plan.ts";

/**
 * What is compiled as one function has at most this weight, at 5 to 16 bytes of bytecode each. V8 never optimizes a
 * function of more than 60 kB (--max-optimized-bytecode-size), and takes ever more time for each operation of a
 * longer one: measured, 0.05 ms in 500 products of which half are stored, 0.15 ms in 2 500.
 */
export const heaviest = 2000;

/** What a formula adds: an operator 1, a call 2, and 1 for its place if it has a name. */
const weightOf = (x: Formula, { named }: Plan, isCall: (rule: Rule) => boolean): number =>
  x instanceof Call ? (isCall(x.rule) ? 2 : 1) + (named.has(x) ? 1 : 0) : 0;

/** The weight of all statements and outputs together. */
export const totalWeight = (
  plan: Plan,
  outputs: readonly Formula[],
  isCall: (rule: Rule) => boolean,
): number => plan.graph.reduce((total, x) => total + weightOf(x, plan, isCall), 2 * outputs.length);

/** Statements of a program, cut into chunks. */
export interface Chunks {
  readonly chunks: readonly (readonly Formula[])[];
  /** In which chunk a formula is computed. */
  readonly chunkOf: (x: Formula) => number;
}

/** For each formula without a name the one statement that it is part of. */
const statementsOf = ({ graph, named }: Plan): ReadonlyMap<Formula, Formula> => {
  const statements = new Map<Formula, Formula>();
  for (let k = graph.length - 1; k >= 0; k--) {
    const reader = graph[k]!;
    if (named.has(reader)) statements.set(reader, reader);
    for (const x of reader.operands) {
      if (x instanceof Call && !named.has(x)) statements.set(x, statements.get(reader)!);
    }
  }
  return statements;
};

/** The statements of a plan in chunks that are no heavier than the heaviest, but for the last statement of each. */
export const chunksOf = (plan: Plan, isCall: (rule: Rule) => boolean): Chunks => {
  const statements = statementsOf(plan);
  const chunks: Formula[][] = [];
  const place = new Map<Formula, number>();
  let room = 0;
  for (const x of plan.graph) {
    room -= weightOf(x, plan, isCall);
    if (!plan.named.has(x)) continue;
    if (chunks.length === 0 || room < 0) {
      chunks.push([]);
      room = heaviest;
    }
    chunks.at(-1)!.push(x);
    place.set(x, chunks.length - 1);
  }
  return { chunks, chunkOf: (x) => place.get(statements.get(x)!)! };
};
