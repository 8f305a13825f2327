import { DomainError, describe } from "@jacobian/core";
import { checkedOptions } from "../options.ts";

/** How the rank of a matrix is decided. */
export interface RankOptions {
  /**
   * Columns, taken in the order of QR with column pivoting, are independent while their smallest singular
   * value, which is estimated, exceeds this times the length of the longest column of the matrix. If not
   * said, max(m, n)·2⁻⁵².
   */
  readonly tolerance?: number;
}

/** @throws DomainError unless the tolerance, if given, is a number from 0 to 1, and nothing else is. */
export const toleranceOf = (
  operation: string,
  options: RankOptions | undefined,
): number | undefined => {
  const { tolerance } = checkedOptions(operation, ["tolerance"], options);
  // What a program that is not type-checked may pass.
  const given: unknown = tolerance;
  if (given === undefined) return undefined;
  if (typeof given === "number" && given >= 0 && given < 1) return given;
  throw new DomainError(
    `${operation}: expected { tolerance } with 0 ≤ tolerance < 1, got ${describe(given)}; it is relative to the longest column, leave it out for rounding errors alone`,
  );
};
