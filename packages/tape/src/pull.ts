import {
  type Value,
  checkedFunction,
  copied,
  leavesOf,
  mapLeaves,
  ownOutputs,
  sameStructure,
  withLeaves,
  zeros,
} from "@jacobian/core";
import { GeneralAdjoints } from "./general-adjoints.ts";
import type { Node } from "./node.ts";
import { LaneAdjoints } from "./lane-adjoints.ts";
import { NumericAdjoints } from "./numeric-adjoints.ts";
import type { Adjoints, Record } from "./record.ts";
import { Tape } from "./tape.ts";

/** A function whose types the door has checked. */
export type AnyFunction = (...args: never[]) => unknown;

/** The value of a function and what carries cotangents of its output back to its input. */
export interface Pullback<Y, X> {
  readonly value: Y;
  /** Call it as often as there are cotangents: the function is not evaluated again. */
  readonly pullback: (w: Y) => X;
}

/** One evaluation of a function, with the tape that holds its record. */
export interface Pulled extends Pullback<unknown, unknown> {
  readonly tape: Tape;
  /** The input, with its nodes in the place of its values. */
  readonly container: unknown;
  /** The leaves of the input, and those of the output, of which some may be constants. */
  readonly inputs: readonly Node[];
  readonly outputs: readonly Value[];
}

/** f recorded at x: `pullback(w)` sweeps the record once. */
export const pull = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
  tape = new Tape(),
): Pulled => {
  // The function may write into the container it is handed, and the caller into the arrays of x.
  const inputs: Node[] = [];
  const lift = (leaf: Value): Node => {
    const node = tape.input(copied(leaf));
    inputs.push(node);
    return node;
  };
  const lifted = mapLeaves(operation, x, lift);
  const container = withLeaves(operation, x, inputs);
  // The types of f were checked where the door was entered.
  const run = checkedFunction(operation, f) as (...args: readonly unknown[]) => unknown;
  const output = tape.run(() => ownOutputs(operation, tape, run(lifted, ...constants)));
  const outputs = leavesOf(operation, output);
  // The caller may write into what it gets.
  const value = mapLeaves(operation, output, (y) => copied(tape.primal(y)));
  const pullback = (w: unknown): unknown => {
    sameStructure(operation, value, w, "give the cotangent the structure of the output");
    const seeds = leavesOf(operation, w);
    const seed = (adjoints: Adjoints): void =>
      outputs.forEach((y, k) => {
        const node = tape.own(y);
        if (node !== undefined) adjoints.add(node, seeds[k] ?? 0);
      });
    return swept(tape, tape.isPlain(seeds), 1, seed, (adjoints) =>
      mapLeaves(operation, container, (leaf) => {
        // The container holds nothing but nodes.
        const node = leaf as Node;
        return copied(adjoints.of(node) ?? zeros(node.shape));
      }),
    );
  };
  return { value, pullback, tape, container, inputs, outputs };
};

/** The same for one use, after which the record's room goes to the next tape. */
export const pullOnce = <T>(
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
  use: (pulled: Pulled) => T,
): T => {
  const tape = new Tape();
  try {
    return use(pull(operation, f, x, constants, tape));
  } finally {
    tape.release();
  }
};

/** J(x)ᵀ·w of one evaluation. */
export const pullBack = (operation: string, f: AnyFunction, x: unknown, w: unknown): unknown =>
  pullOnce(operation, f, x, [], ({ pullback }) => pullback(w));

/** Seeds adjoints, sweeps the record once and reads them: so many lanes of plain numbers, in room that is the record's. */
const sweptPlain = <T>(
  record: Record,
  lanes: number,
  seed: (adjoints: Adjoints) => void,
  read: (adjoints: Adjoints) => T,
): T => {
  const room = record.lend(lanes);
  const adjoints = lanes === 1 ? new NumericAdjoints(room) : new LaneAdjoints(room, lanes);
  seed(adjoints);
  record.sweep(adjoints);
  const result = read(adjoints);
  record.takeBack(room);
  return result;
};

/** The same in one lane where adjoints are elements of an outer level, so that they can be differentiated. */
export const swept = <T>(
  { swept: record }: Tape,
  isPlain: boolean,
  lanes: number,
  seed: (adjoints: Adjoints) => void,
  read: (adjoints: Adjoints) => T,
): T => {
  if (isPlain) return sweptPlain(record, lanes, seed, read);
  const adjoints = new GeneralAdjoints();
  seed(adjoints);
  record.sweep(adjoints);
  return read(adjoints);
};
