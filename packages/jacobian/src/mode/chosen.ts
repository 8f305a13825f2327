import { entryCount } from "@jacobian/core";
import { type AnyFunction, costOf, isForwardCheaper } from "./cost.ts";

/** "forward" or "reverse" at x. */
export type Choice = (x: unknown, constants: readonly unknown[]) => "forward" | "reverse";

/**
 * Which mode takes fewer operations. Of a curve, the one column is one pass of the least work, so it is not asked; else
 * operations are counted in one evaluation, the first time that an input has so many entries.
 */
export const chosen = (f: AnyFunction, chunk: number | undefined): Choice => {
  const byEntries = new Map<number, "forward" | "reverse">();
  return (x, constants) => {
    const entries = entryCount("jacobian", x);
    if (entries <= 1) return "forward";
    const before = byEntries.get(entries);
    if (before !== undefined) return before;
    const cost = costOf("jacobian", f, x, constants, { chunk });
    const mode = isForwardCheaper(cost) ? "forward" : "reverse";
    byEntries.set(entries, mode);
    return mode;
  };
};
