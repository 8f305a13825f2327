import { type Value, leavesOf, sameStructure, shapeOf, sizeOf } from "@jacobian/core";
import { Directions } from "./directions.ts";
import { type AnyFunction, type Pass, evaluate, tangentOf, valueOf } from "./evaluate.ts";

/** Some neighbouring columns of a Jacobian, from one evaluation. */
interface Chunk {
  /** The first of them. */
  readonly from: number;
  readonly directions: Directions;
  /** For every leaf of the output its tangents, in these directions. */
  readonly tangents: readonly Value[];
}

export interface Columns {
  /** What the first evaluation gave. */
  readonly first: Pass;
  readonly rows: number;
  readonly cols: number;
  readonly chunks: readonly Chunk[];
}

/** What passes of one function must agree on. */
export const sameOutput = "let the function give the same structure at every evaluation";

/** How many entries values have in all. */
const entriesIn = (values: readonly Value[]): number => {
  let n = 0;
  for (const x of values) n += sizeOf(shapeOf(x));
  return n;
};

/** For every leaf its tangents along as many unit vectors, the entries of all leaves counted in a row. */
const unitSeeds = (directions: Directions, leaves: readonly Value[], from: number): Value[] => {
  const to = from + directions.count;
  let next = 0;
  return leaves.map((leaf) => {
    const start = next;
    const shape = shapeOf(leaf);
    next += sizeOf(shape);
    const first = Math.max(from, start);
    return directions.units(shape, first - start, first - from, Math.min(to, next) - first);
  });
};

/** The columns of the Jacobian: one evaluation for each chunk of the input's entries, and one at least. */
export const columnsOf = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
  chunk: number,
): Columns => {
  const leaves = leavesOf(operation, x);
  const cols = entriesIn(leaves);
  const chunks: Chunk[] = [];
  const pass = (from: number): Pass => {
    const directions = new Directions(Math.min(chunk, cols - from));
    const seeds = unitSeeds(directions, leaves, from);
    const made = evaluate(operation, f, x, seeds, constants);
    const outputs = leavesOf(operation, made.output);
    const tangents = outputs.map((y) => tangentOf(made, y));
    chunks.push({ from, directions, tangents });
    return made;
  };
  const first = pass(0);
  if (cols > chunk) {
    const value = valueOf(operation, first);
    for (let from = chunk; from < cols; from += chunk) {
      sameStructure(operation, value, valueOf(operation, pass(from)), sameOutput);
    }
  }
  return { first, rows: entriesIn(chunks[0]?.tangents ?? []), cols, chunks };
};
