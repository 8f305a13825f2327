import { DomainError, describe } from "@jacobian/core";

/**
 * A number of rows or columns.
 * @throws DomainError unless it is a whole number ≥ 0.
 */
export const counted = (operation: string, lines: "rows" | "columns", n: number): number => {
  if (Number.isInteger(n) && n >= 0) return n;
  throw new DomainError(
    `${operation}: expected a whole number of ${lines}, got ${describe(n)}; it is 0 or more`,
  );
};
