import { DomainError, describe } from "@jacobian/core";

/**
 * A parameter that must be finite and above 0.
 * @throws DomainError for any other.
 */
export const checkedPositive = (operation: string, name: string, x: unknown): number => {
  if (typeof x === "number" && x > 0 && x < Infinity) return x;
  throw new DomainError(
    `${operation}: expected a number above 0 as ${name}, got ${describe(x)}; the smaller it is, the closer the result`,
  );
};
