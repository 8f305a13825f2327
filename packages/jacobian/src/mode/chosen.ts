import { entryCount } from "@jacobian/core";
import { type AnyFunction, costOf, isForwardCheaper } from "./cost.ts";

type Mode = "forward" | "reverse";

/** The Jacobian of f at x by either mode. */
export type Engine<M> = (
  f: AnyFunction,
  mode: Mode,
  x: unknown,
  constants: readonly unknown[],
) => M;

/** The output has other entries than when operations were counted: another branch, or other constants. */
class Outgrown extends Error {}

/** f, held to the entries of the output that were counted. */
const held =
  (f: AnyFunction, rows: number): AnyFunction =>
  (...args) => {
    const output = f(...args);
    if (entryCount("jacobian", output) !== rows) throw new Outgrown();
    return output;
  };

/**
 * Takes the mode of fewer operations. Of a curve, the one column is one pass of the least work, so it is not asked; else
 * operations are counted in one evaluation, the first time that an input has so many entries, and again where the output
 * has others than then.
 */
export const byFewestOperations = <M>(
  f: AnyFunction,
  chunk: number | undefined,
  engine: Engine<M>,
): ((x: unknown, constants: readonly unknown[]) => M) => {
  const byEntries = new Map<number, { readonly mode: Mode; readonly rows: number }>();
  return (x, constants) => {
    const entries = entryCount("jacobian", x);
    if (entries <= 1) return engine(f, "forward", x, constants);
    const before = byEntries.get(entries);
    try {
      if (before) return engine(held(f, before.rows), before.mode, x, constants);
    } catch (error) {
      if (!(error instanceof Outgrown)) throw error;
    }
    const cost = costOf("jacobian", f, x, constants, { chunk });
    const mode = isForwardCheaper(cost) ? "forward" : "reverse";
    byEntries.set(entries, { mode, rows: cost.rows });
    return engine(f, mode, x, constants);
  };
};
