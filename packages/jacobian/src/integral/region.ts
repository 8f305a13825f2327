import { DomainError, describe } from "@jacobian/core";
import { type Axis, type Interval, axisOf } from "./axis.ts";

/** An interval for each of up to four variables, whose bounds may depend on the variables before. */
export type IntervalList = readonly [Interval, ...Interval[]];

/** Whether a region is of one variable, by itself; a list of one interval has a list of one. */
export const isInterval = (region: unknown): boolean =>
  Array.isArray(region) && !region.some(Array.isArray);

const most = 4;

const isPair = (x: unknown): x is Interval => Array.isArray(x) && x.length === 2;

/**
 * The axes of a region.
 * @throws DomainError for what is none.
 */
export const axesOf = (operation: string, region: unknown): readonly Axis[] => {
  // Of a program that is not type-checked it may be anything.
  const list: readonly unknown[] = Array.isArray(region) ? region : [];
  const intervals = isInterval(list) ? [list] : list;
  if (intervals.length <= most && intervals.every(isPair)) {
    return intervals.map((interval) => axisOf(operation, interval));
  }
  throw new DomainError(
    `${operation}: expected an interval [from, to], or a list of one for each of 1 to ${most} variables, got ${describe(region)}; write [0, 1] or [[0, 1], [0, 2]]`,
  );
};
