import type { MatrixValue } from "@jacobian/core";
import { rankOf } from "./complete.ts";
import { type RankOptions, toleranceOf } from "./options.ts";

/**
 * The rank of a matrix up to rounding, or to a tolerance: the number of columns that QR with column
 * pivoting, made rank-revealing (Chan 1987; docs/rules.md (11.14)), finds to be independent. The other
 * functions that need a rank decide alike. A number also of an element, whose value is read: where the
 * rank is not locally constant it has no derivative.
 * @throws ShapeError for what is no matrix; DomainError for NaN or ∞ in A, or a tolerance outside [0, 1).
 * @example
 * rank(matrix([[1, 2], [2, 4]])); // 1
 */
export const rank = (A: MatrixValue, options?: RankOptions): number =>
  rankOf("rank", A, toleranceOf("rank", options));
