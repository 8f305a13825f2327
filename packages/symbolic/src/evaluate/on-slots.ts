import { type Container, Matrix } from "@jacobian/core";
import { resultLike } from "./results.ts";
import { problemOf, type Signature } from "./signature.ts";

/** What computes all slots from those of variables and constants. */
export interface OnSlots {
  readonly outputs: readonly number[];
  readonly slots: Float64Array;
  readonly run: (slots: Float64Array) => void;
}

const storageOf = (out: unknown): Float64Array =>
  // What is given as out has been looked at.
  out instanceof Matrix ? out.data : (out as Float64Array);

/** The function of a signature that computes on slots. */
export const functionOnSlots = (
  y: Container,
  signature: Signature,
  { outputs, slots, run }: OnSlots,
): ((...args: unknown[]) => unknown) => {
  const { names, isVector } = signature;
  const results = Int32Array.from(outputs);
  return (...args) => {
    const problem = problemOf(signature, args);
    if (problem !== undefined) throw problem;
    // Numbers, or one array of them: they have been looked at.
    slots.set((isVector ? args[0] : args.slice(0, names.length)) as ArrayLike<number>);
    run(slots);
    const out = args[isVector ? 1 : names.length];
    if (out === undefined) {
      let k = 0;
      return resultLike("toFunction", y, () => slots[results[k++]!]!);
    }
    const to = storageOf(out);
    for (let k = 0; k < results.length; k++) to[k] = slots[results[k]!]!;
    return out;
  };
};
