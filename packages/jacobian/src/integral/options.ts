import { DomainError, describe } from "@jacobian/core";
import type { Limits } from "./adaptive.ts";

/** How exact an integral must be, and how long it may take; see `integrate`. */
export interface IntegrateOptions {
  /** How large the estimated error may be, as a part of the integral of the magnitude |f|; 1e-10 if not said. */
  readonly tolerance?: number;
  /** After so many evaluations of the integrand it ends, whatever the error; 500 000 if not said. */
  readonly maxEvaluations?: number;
}

const isOptions = (x: unknown): x is IntegrateOptions => typeof x === "object" && x !== null;

/** What a program that is not type-checked may pass is anything. */
const isNumber = (x: unknown): boolean => typeof x === "number";

/** @throws DomainError for an option that is none, or out of its range. */
export const checkedLimits = (operation: string, options: unknown): Limits => {
  const {
    tolerance = 1e-10,
    maxEvaluations = 500_000,
    ...others
  } = isOptions(options) ? options : {};
  const [stranger] = isOptions(options) ? Object.keys(others) : [describe(options)];
  const isWithin = isNumber(tolerance) && tolerance >= 0 && tolerance < 1;
  if (stranger === undefined && isWithin && isNumber(maxEvaluations) && maxEvaluations >= 1)
    return { tolerance, maxEvaluations };
  const got =
    stranger ??
    (isWithin ? `maxEvaluations ${describe(maxEvaluations)}` : `tolerance ${describe(tolerance)}`);
  throw new DomainError(
    `${operation}: expected options { tolerance, maxEvaluations } with a tolerance from 0 to 1 and at least one evaluation, got ${got}; leave them out for 1e-10 and 500 000`,
  );
};
