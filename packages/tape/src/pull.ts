import {
  type Value,
  copied,
  leavesOf,
  mapLeaves,
  ownOutput,
  sameStructure,
  zeros,
} from "@jacobian/core";
import type { Node } from "./node.ts";
import { Tape } from "./tape.ts";

/** A function whose types the door has checked. */
export type AnyFunction = (...args: never[]) => unknown;

/** The value of a function and what carries cotangents of its output back to its input. */
export interface Pullback<Y, X> {
  readonly value: Y;
  /** Call it as often as there are cotangents: the function is not evaluated again. */
  readonly pullback: (w: Y) => X;
}

/** f recorded at x: `pullback(w)` sweeps the record once. */
export const pull = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
): Pullback<unknown, unknown> => {
  const tape = new Tape();
  // The function may write into the container it is handed, and the caller into the arrays of x.
  const nodes: Node[] = [];
  const lift = (leaf: Value): Node => {
    const node = tape.input(copied(leaf));
    nodes.push(node);
    return node;
  };
  const lifted = mapLeaves(operation, x, lift);
  const container = mapLeaves(operation, x, () => 0);
  // The types of f were checked where the door was entered.
  const output = tape.run(() =>
    (f as (...args: readonly unknown[]) => unknown)(lifted, ...constants),
  );
  const outputs = leavesOf(operation, output).map((y) => ownOutput(operation, tape, y));
  const value = mapLeaves(operation, output, (y) => tape.primal(y));
  const pullback = (w: unknown): unknown => {
    sameStructure(operation, value, w, "give the cotangent the structure of the output");
    const seeds = leavesOf(operation, w);
    const adjoints = tape.adjoints(seeds);
    outputs.forEach((y, k) => {
      const node = tape.own(y);
      if (node !== undefined) adjoints.add(node, seeds[k] ?? 0);
    });
    tape.record.sweep(adjoints);
    let k = 0;
    return mapLeaves(operation, container, () => {
      const node = nodes[k++]!;
      return adjoints.of(node) ?? zeros(node.shape);
    });
  };
  return { value, pullback };
};
