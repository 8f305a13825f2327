import { leavesOf, mapLeaves, ownOutput, sameStructure, shapeOf, zeros } from "@jacobian/core";
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
  const inputs = mapLeaves(operation, x, (leaf) => tape.input(leaf));
  // The types of f were checked where the door was entered.
  const output = (f as (...args: readonly unknown[]) => unknown)(inputs, ...constants);
  const outputs = leavesOf(operation, output).map((y) => ownOutput(operation, tape, y));
  tape.close();
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
    return mapLeaves(operation, inputs, (leaf) => {
      const node = tape.own(leaf);
      return (node && adjoints.of(node)) ?? zeros(shapeOf(leaf));
    });
  };
  return { value, pullback };
};
