import { DomainError, UndecidedError } from "@jacobian/core";

/** Where there is no Taylor series. */
export const notAnalytic = (got: string): DomainError =>
  new DomainError(
    `series: expected a function that is analytic at the point, got ${got}; expand at another point: there are no limits, and no negative or fractional powers`,
  );

/** Where nobody can tell whether there is one. */
export const undecided = (got: string): UndecidedError =>
  new UndecidedError(
    `series: expected a point at which it is known what the formula does, got ${got}; expand at a number, or substitute the piece that you mean`,
  );
