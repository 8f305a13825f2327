import { Call, type Formula } from "../formula/formula.ts";
import type { Plan } from "../print/code/plan.ts";

/**
 * So many operations are compiled as one function. V8 never optimizes a function of more than 60 kB of bytecode
 * (--max-optimized-bytecode-size), and takes more than linear time for one that comes near.
 */
export const chunkSize = 1000;

/** Statements of a program, cut into chunks. */
export interface Chunks {
  readonly chunks: readonly (readonly Formula[])[];
  /** In which chunk a formula is computed. */
  readonly chunkOf: (x: Formula) => number;
}

/** The named formulas of a plan in chunks of at most so many operations, but for the last statement of each. */
export const chunksOf = ({ graph, named }: Plan): Chunks => {
  const chunks: Formula[][] = [];
  const place = new Map<Formula, number>();
  let room = 0;
  for (const [x, size] of named) {
    if (room <= 0) {
      chunks.push([]);
      room = chunkSize;
    }
    room -= size;
    chunks.at(-1)!.push(x);
    place.set(x, chunks.length - 1);
  }
  // What has no name is part of the one statement that uses it, which comes later.
  for (let k = graph.length - 1; k >= 0; k--) {
    const reader = graph[k]!;
    for (const x of reader.operands) {
      if (x instanceof Call && !named.has(x)) place.set(x, place.get(reader)!);
    }
  }
  return { chunks, chunkOf: (x) => place.get(x)! };
};
