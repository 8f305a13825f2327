import { copied, entryCount, leavesOf, mapLeaves, value } from "@jacobian/core";
import { Counting } from "./counting.ts";

/** A function whose types the door has checked. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** How the Jacobian of f can be had at x, and what that costs in operations. */
export interface Cost {
  readonly rows: number;
  readonly cols: number;
  /** Operations of one evaluation of f. */
  readonly operations: number;
  /** All columns, so many evaluations of f on dual numbers. */
  readonly forward: { readonly passes: number; readonly operations: number };
  /** All rows, one evaluation on the tape and so many sweeps. */
  readonly reverse: { readonly sweeps: number; readonly operations: number };
}

interface CostOptions {
  /** Columns for each pass and rows for each sweep, if not the engines' own. */
  readonly chunk?: number | undefined;
  /** Where applications of each primitive are counted. */
  readonly applied?: Map<string, number>;
}

/** Columns for each pass of `dual`, rows for each sweep of `tape`. */
export const usual = { columns: 32, rows: 16 };

/** From one evaluation of f, on numbers that count what is done with them. */
export const costOf = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  constants: readonly unknown[],
  { chunk, applied }: CostOptions = {},
): Cost => {
  const counting = new Counting(applied);
  // On values of its own: nothing of this evaluation is recorded by an outer derivative, and nothing that f writes
  // reaches the caller's x.
  const lifted = mapLeaves(operation, x, (leaf) => counting.lift(copied(value(leaf))));
  // Read while it counts: a getter of the output, as those of svd, computes its part only then.
  const rows = counting.run(() =>
    entryCount(operation, leavesOf(operation, f(lifted, ...constants))),
  );
  const cols = entryCount(operation, x);
  const { values, partials, tangents, adjoints } = counting;
  const passes = Math.max(1, Math.ceil(cols / (chunk ?? usual.columns)));
  const sweeps = Math.ceil(rows / (chunk ?? usual.rows));
  return {
    rows,
    cols,
    operations: values,
    forward: { passes, operations: passes * (values + partials) + cols * tangents },
    reverse: { sweeps, operations: values + partials + rows * adjoints },
  };
};

/** Whether forward is the cheaper way; of equal ones it needs no record. */
export const isForwardCheaper = ({ forward, reverse, rows, cols }: Cost): boolean =>
  forward.operations === reverse.operations
    ? cols <= rows
    : forward.operations < reverse.operations;
