import { type Container, Matrix } from "@jacobian/core";
import { resultLike } from "./results.ts";
import { problemOf, type Signature } from "./signature.ts";

/** Straight-line code on an array of slots, in which the values of the variables come first. */
export interface OnSlots {
  readonly slots: Float64Array;
  /** Computes all slots, and writes the outputs into y. */
  readonly run: (slots: Float64Array, y: Float64Array) => void;
}

const storageOf = (out: unknown): Float64Array =>
  // What is given as out has been looked at.
  out instanceof Matrix ? out.data : (out as Float64Array);

/**
 * The function of a signature that computes on slots; the inputs are copied before any output is written. A call
 * from within (a primitive of the user may call the function that it is part of) takes slots of its own.
 */
export const functionOnSlots = (
  result: Container,
  count: number,
  signature: Signature,
  { slots, run }: OnSlots,
): ((...args: unknown[]) => unknown) => {
  const { names, isVector } = signature;
  let free: Float64Array | undefined = slots;
  return (...args) => {
    const problem = problemOf(signature, args);
    if (problem !== undefined) throw problem;
    const own = free ?? slots.slice();
    free = undefined;
    // Numbers, or one array of them: they have been looked at.
    own.set((isVector ? args[0] : args.slice(0, names.length)) as ArrayLike<number>);
    const out = args[isVector ? 1 : names.length];
    const y = out === undefined ? new Float64Array(count) : storageOf(out);
    try {
      run(own, y);
    } finally {
      free = own;
    }
    return out === undefined ? resultLike("toFunction", result, y) : out;
  };
};
